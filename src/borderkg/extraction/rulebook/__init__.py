"""The rule files: their pattern language, compiled; which patterns may match a sentence at all."""
