"""How pages are written fast: by stencils, once, packed, and kept where they are everybody's."""
