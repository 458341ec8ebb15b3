/**
 * The shapes that leave the program, and those that enter it as lines: JSON objects, JSON Lines and CSV rows, in one
 * place for the command line and the web.
 *
 * <p>In come values of the rooms below, out come the objects that the documentation of the commands promises. Three
 * rules hold everywhere. Fields have one order. What is absent is {@code null}, never left out and never guessed; what
 * is many is a list, empty if there is none. Offsets count UTF-16 units of the object's {@code text}, end exclusive.
 *
 * <pre>{@code
 * Shapes shapes = new Shapes();
 * ObjectNode object = shapes.extraction("id", url, extraction, findings);
 * out.write(Shapes.toLine(object));                                     // one line, '\n' at its end
 * out.write(Csv.row(shapes.claim(claim, article), Csv.CLAIMS));
 *
 * switch (InputLine.text(number, line)) {
 *     case InputLine.Good<InputLine.Text> good -> read(good.value());
 *     case InputLine.Bad<InputLine.Text> bad -> System.err.println(bad.problem());
 * }
 * }</pre>
 *
 * <p>What makes it hard: words come from anywhere. A lone surrogate or a line separator inside a text leaves as an
 * escape, so that every line is one line of valid JSON in valid UTF-8, and a cell that a spreadsheet would run as a
 * formula is disarmed.
 */
@NullMarked
package org.hearsay.tell.json;

import org.jspecify.annotations.NullMarked;
