"""Who is in an article, under all their names: from names to actors to every mention."""
