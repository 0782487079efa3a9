"""From a text to what it asks of groups: everyday words, slips, kin, what is left out."""
