"""akkoord reads dated Dutch news reports and keeps the record of a peace process."""
