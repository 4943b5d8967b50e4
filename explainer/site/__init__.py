"""What the site says as a whole: references, links turned around, checks across entries."""
