"""What a paper argues and how it was made: problems, measures, periods, definitions, models, estimates, cited works."""
