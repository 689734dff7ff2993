"""What this room tells whoever asks."""
