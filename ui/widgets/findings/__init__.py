"""What a comparison of several articles finds, one file per finding, each with `show(articles, names)`."""
