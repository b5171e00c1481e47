"""From text to statements: spans, the rules that join them, figures and tables; every step says what found what."""
