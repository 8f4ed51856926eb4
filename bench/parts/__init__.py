"""The pieces of the measurements that are longer than one file."""
