package org.casebridge.consent;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Draws on paper the pictures of our own pages: rectangles, lines, circles, polygons and words of an SVG with a viewBox. What else an SVG may hold
 * is left out; nothing is fetched and nothing runs.
 */
class PdfPictures implements SVGDrawer {

    private static final Font WORDS = words();

    @Override
    public SVGImage buildSVGImage(Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dotsPerPixel) {
        var view = svg.getAttribute("viewBox").strip().split("\\s+");
        double wide = Double.parseDouble(view[2]);
        double tall = Double.parseDouble(view[3]);
        double width = cssWidth > 0 ? cssWidth : wide * dotsPerPixel;
        double scale = width / wide;
        return new SVGImage() {
            @Override
            public int getIntrinsicWidth() { return (int) Math.round(width); }

            @Override
            public int getIntrinsicHeight() { return (int) Math.round(tall * scale); }

            @Override
            public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
                device.drawWithGraphics((float) x, (float) y, (float) width, (float) (tall * scale), paper -> {
                    paper.scale(scale / dotsPerPixel, scale / dotsPerPixel);
                    draw(svg, paper);
                });
            }
        };
    }

    private static void draw(Element parent, Graphics2D paper) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element one) {
                switch (one.getTagName()) {
                    case "rect" -> paint(one, new Rectangle2D.Double(number(one, "x"), number(one, "y"), number(one, "width"), number(one, "height")), paper);
                    case "line" -> paint(one, new Line2D.Double(number(one, "x1"), number(one, "y1"), number(one, "x2"), number(one, "y2")), paper);
                    case "circle" -> paint(one, new Ellipse2D.Double(number(one, "cx") - number(one, "r"), number(one, "cy") - number(one, "r"), 2 * number(one, "r"), 2 * number(one, "r")), paper);
                    case "polyline", "polygon" -> paint(one, path(one), paper);
                    case "text" -> write(one, paper);
                    case "g" -> draw(one, paper);
                    default -> { }
                }
            }
        }
    }

    private static void paint(Element one, Shape shape, Graphics2D paper) {
        var fill = one.getAttribute("fill");
        if (!fill.equals("none") && !(shape instanceof Line2D)) {
            paper.setColor(color(fill, one.getAttribute("fill-opacity")));
            paper.fill(shape);
        }
        if (!one.getAttribute("stroke").isEmpty()) {
            paper.setColor(color(one.getAttribute("stroke"), ""));
            float wide = one.getAttribute("stroke-width").isEmpty() ? 1 : (float) number(one, "stroke-width");
            var dashes = one.getAttribute("stroke-dasharray");
            paper.setStroke(dashes.isEmpty() ? new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                    : new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[]{Float.parseFloat(dashes.split("[ ,]+")[0])}, 0));
            paper.draw(shape);
        }
    }

    private static void write(Element one, Graphics2D paper) {
        paper.setColor(color(one.getAttribute("fill"), ""));
        paper.setFont(WORDS.deriveFont((float) number(one, "font-size")));
        var words = one.getTextContent().strip();
        double wide = paper.getFontMetrics().stringWidth(words);
        double x = number(one, "x") - switch (one.getAttribute("text-anchor")) {
            case "middle" -> wide / 2;
            case "end" -> wide;
            default -> 0;
        };
        paper.drawString(words, (float) x, (float) number(one, "y"));
    }

    private static Path2D path(Element one) {
        var path = new Path2D.Double();
        for (var point : one.getAttribute("points").strip().split("\\s+")) {
            var at = point.split(",");
            if (path.getCurrentPoint() == null) {
                path.moveTo(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
            } else {
                path.lineTo(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
            }
        }
        if (one.getTagName().equals("polygon")) {
            path.closePath();
        }
        return path;
    }

    private static Color color(String hex, String opacity) {
        var whole = hex.length() == 4 ? "#" + hex.charAt(1) + hex.charAt(1) + hex.charAt(2) + hex.charAt(2) + hex.charAt(3) + hex.charAt(3) : hex.isEmpty() ? "#000000" : hex;
        var color = Color.decode(whole);
        return opacity.isEmpty() ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), Math.round(255 * Float.parseFloat(opacity)));
    }

    private static double number(Element one, String name) {
        var said = one.getAttribute(name);
        return said.isEmpty() ? 0 : Double.parseDouble(said);
    }

    private static Font words() {
        try (var font = PdfEnvelope.font()) {
            return Font.createFont(Font.TRUETYPE_FONT, font);
        } catch (IOException | FontFormatException missing) {
            throw new IllegalStateException("PDFBox without its font", missing);
        }
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // pages bring no fonts of their own
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, BaseRendererBuilder.FontStyle style) {
        // the same
    }

    @Override
    public void close() {
        // nothing is held
    }
}
