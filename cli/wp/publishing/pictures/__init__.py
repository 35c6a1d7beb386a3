"""Pictures drawn from the programme, as SVG."""
