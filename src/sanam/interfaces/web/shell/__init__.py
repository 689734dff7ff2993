"""What every page shares: who acts, in which language, the frame around it, and how it says no."""
