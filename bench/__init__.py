"""Speed and accuracy beside a public extractor, as ratios from one run."""
