"""What several tests share: small datasets, planted mistakes, texts, reports."""
