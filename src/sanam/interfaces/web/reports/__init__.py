"""reports: figures of people by place, read as sentences, tables and tiles, and taken along as a sheet or a paper."""
