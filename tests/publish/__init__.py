"""Tests of running the lessons and of the pages made from them."""
