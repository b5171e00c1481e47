"""The passes over running text: its blocks are marked, their references resolved, their relations read, then their figures."""
