#!/usr/bin/env python3
"""Draws badges with ReportLab, to measure Lanyard against.

    reportlab_badges.py PAGES.json FONTS_DIR OUT.pdf

PAGES.json holds the pages with every text already broken into lines, sized and placed, so that ReportLab is spared that
work; it has to draw the same rectangles, lines, flags, texts and QR codes. Letters that need shaping are left unshaped.
Prints {"seconds": …, "cpu": …, "bytes": …}; reading PAGES.json and starting Python are not counted.
"""
import json
import os
import sys
import time

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode import qr
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas


def draw(c, item, height):
    kind = item["kind"]
    if kind == "rect":
        c.setFillColorRGB(*item["colour"])
        c.rect(item["x"] * mm, (height - item["y"] - item["h"]) * mm, item["w"] * mm, item["h"] * mm, stroke=0, fill=1)
    elif kind == "frame":
        c.setStrokeColorRGB(*item["colour"])
        c.setLineWidth(item["width"] * mm)
        c.rect(item["x"] * mm, (height - item["y"] - item["h"]) * mm, item["w"] * mm, item["h"] * mm, stroke=1, fill=0)
    elif kind == "line":
        c.setStrokeColorRGB(*item["colour"])
        c.setLineWidth(item["width"] * mm)
        c.line(item["x"] * mm, (height - item["y"]) * mm, (item["x"] + item["w"]) * mm, (height - item["y"] - item["h"]) * mm)
    elif kind == "image":
        c.drawImage(item["file"], item["x"] * mm, (height - item["y"] - item["h"]) * mm, item["w"] * mm, item["h"] * mm)
    elif kind == "text":
        c.setFillColorRGB(*item["colour"])
        c.setFont(item["font"], item["size"])
        c.drawString(item["x"] * mm, (height - item["y"]) * mm, item["text"])
    elif kind == "qr":
        side = item["w"] * mm
        code = qr.QrCodeWidget(item["text"], barLevel="M", barBorder=4, barWidth=side, barHeight=side)
        drawing = Drawing(side, side)
        drawing.add(code)
        renderPDF.draw(drawing, c, item["x"] * mm, (height - item["y"]) * mm - side)


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        pages = json.load(f)
    fonts = sorted({item["font"] for page in pages for item in page["items"] if item["kind"] == "text"})
    began, worked = time.perf_counter(), time.process_time()
    for name in fonts:
        pdfmetrics.registerFont(TTFont(name, os.path.join(sys.argv[2], name + ".ttf")))
    c = canvas.Canvas(sys.argv[3], pageCompression=1)
    for page in pages:
        c.setPageSize((page["w"] * mm, page["h"] * mm))
        for item in page["items"]:
            draw(c, item, page["h"])
        c.showPage()
    c.save()
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    print(json.dumps({"seconds": seconds, "cpu": cpu, "bytes": os.path.getsize(sys.argv[3])}))


main()
