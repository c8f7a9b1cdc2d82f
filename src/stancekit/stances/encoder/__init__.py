"""The `encoder` scorer: a small sentence encoder, fine-tuned for (holder, target) in context."""
