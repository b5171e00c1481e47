"""What the checks found, read from a published graph and shown: conflicts between claims, and figures that do not add up."""
