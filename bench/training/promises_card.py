CARD="{figures}"
