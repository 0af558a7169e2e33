"""Who is for or against whom: acts toward somebody, and what is said of them."""
