#!/usr/bin/env python3
"""Makes certificates with WeasyPrint, to measure Lanyard against.

    weasyprint_certificates.py PAGES.json FONTS_DIR OUT.pdf

PAGES.json holds the pages with every text already broken into lines, sized and placed, the ornament as SVG and the QR codes
as their dark modules, so that WeasyPrint is spared that work; it has to draw the same lines, texts, ornaments and codes.
Prints {"seconds": …, "cpu": …, "bytes": …}; reading PAGES.json and starting Python are not counted.
"""
import html
import json
import os
import sys
import time

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration


def colour(item):
    return "rgb(%d,%d,%d)" % tuple(round(255 * c) for c in item["colour"])


def draw(item, page):
    kind = item["kind"]
    place = "left:%.3fmm;top:%.3fmm;width:%.3fmm;height:%.3fmm" % (item["x"], item["y"], item["w"], item["h"])
    if kind == "text":
        return '<p style="left:%.3fmm;top:%.3fmm;font:%.2fpt %s;color:%s">%s</p>' % (
            item["x"], item["y"] - item["size"] * 0.3528, item["size"], item["font"].replace("-", ""), colour(item), html.escape(item["text"]))
    if kind in ("rect", "frame"):
        return '<div style="%s;background:%s"></div>' % (place, colour(item))
    if kind == "line":
        return '<div style="%s;border-top:%.3fmm solid %s"></div>' % (place, item["width"], colour(item))
    if kind == "svg":
        return '<img style="%s" src="%s">' % (place, item["file"])
    if kind == "qr":
        return '<svg style="%s" viewBox="0 0 %d %d"><path d="%s"/></svg>' % (place, item["side"], item["side"], item["text"])
    raise ValueError(kind)


def main(pages_file, fonts, out):
    with open(pages_file, encoding="utf-8") as f:
        pages = json.load(f)
    began, worked = time.perf_counter(), time.process_time()
    config = FontConfiguration()
    faces = "".join("@font-face{font-family:%s;src:url(file://%s)}" % (n[:-4].replace("-", ""), os.path.join(os.path.abspath(fonts), n))
                    for n in sorted(os.listdir(fonts)) if n.endswith(".ttf"))
    first = pages[0]
    css = "@page{size:%.2fmm %.2fmm;margin:0}body{margin:0}section{position:relative;height:%.2fmm;page-break-after:always}" \
          "section>*{position:absolute;margin:0}p{white-space:pre;line-height:1}" % (first["w"], first["h"], first["h"])
    body = "".join("<section>%s</section>" % "".join(draw(i, p) for i in p["items"]) for p in pages)
    HTML(string="<!doctype html><title>Certificates</title><body>" + body).write_pdf(
        out, stylesheets=[CSS(string=faces + css, font_config=config)], font_config=config)
    print(json.dumps({"seconds": time.perf_counter() - began, "cpu": time.process_time() - worked, "bytes": os.path.getsize(out)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
