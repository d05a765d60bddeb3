package org.homeward.node.web;

import org.homeward.node.web.view.ListView;

/** A list as a {@link Sheet}. */
final class ListExport {
    private final Text text;
    private final Sheet sheet = new Sheet();

    ListExport(Text text) {
        this.text = text;
        sheet.row(
                text.get("list.number"),
                text.get("list.line"),
                text.get("list.name"),
                text.get("list.birth"),
                text.get("list.rank"),
                text.get("list.reply"),
                text.get("list.nameAsHeld"),
                text.get("list.state"));
    }

    void add(ListView view) {
        for (ListView.Line line : view.lines()) {
            String reply = line.reply();
            sheet.row(
                    String.valueOf(line.number()),
                    line.line(),
                    line.name(),
                    line.birth(),
                    line.rank(),
                    reply == null ? null : text.named("reply", reply, reply),
                    line.nameAsHeld(),
                    text.get("state." + line.state()));
        }
    }

    byte[] bytes() {
        return sheet.bytes();
    }
}
