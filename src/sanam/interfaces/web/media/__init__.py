"""media: a kept picture, for those its owner shows it to."""
