"""What each rule finds, why it matters, and what wrong and right look like: `wp explain`."""
