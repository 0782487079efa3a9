"""What the bench of pages needs beside the node: a bare view on its server, and a fast client."""
