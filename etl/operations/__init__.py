"""What keeps the nightly run going: lock, staleness, withdrawal, rebuild, notices."""
