package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.homeward.node.server.Plant.Answered;
import org.homeward.node.server.Plant.Stick;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.HeldPerson;
import org.homeward.protocol.exchange.Act.Reply;
import org.homeward.protocol.exchange.Lottery;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;

/** Short ways to write a {@link Plant}. */
final class Leaks {
    private Leaks() {}

    static Plant door(BiConsumer<Answered, Hidden> leak) {
        return at("", leak);
    }

    /** Only where the path holds that word. */
    static Plant at(String word, BiConsumer<Answered, Hidden> leak) {
        return new Plant() {
            @Override
            public void answer(String path, Answered answer, Hidden hidden) {
                if (path.contains(word)) {
                    leak.accept(answer, hidden);
                }
            }
        };
    }

    /** Work of the agency while it answers, only where the path holds that word. */
    static Plant work(String word, BiConsumer<WorkMeter, Hidden> leak) {
        return new Plant() {
            @Override
            public void work(String path, WorkMeter meter, Hidden hidden) {
                if (path.contains(word)) {
                    leak.accept(meter, hidden);
                }
            }
        };
    }

    static Plant act(BiFunction<Act, Hidden, Act> leak) {
        return by("bb", leak);
    }

    static Plant by(String id, BiFunction<Act, Hidden, Act> leak) {
        return new Plant() {
            @Override
            public Act act(String by, Act act, Hidden hidden) {
                return by.equals(id) ? leak.apply(act, hidden) : act;
            }
        };
    }

    /** Every person whom B shows, changed; {@code i} counts them from 0. */
    static Plant shown(PersonLeak leak) {
        return act((act, hidden) -> {
            if (!(act instanceof Act.LinesAnswered(List<Reply> replies))) {
                return act;
            }
            List<Reply> changed = new ArrayList<>();
            int i = 0;
            for (Reply reply : replies) {
                HeldPerson p = reply.held();
                changed.add(p == null ? reply : new Reply(reply.line(), reply.code(), leak.of(p, i++, hidden)));
            }
            return new Act.LinesAnswered(changed);
        });
    }

    interface PersonLeak {
        HeldPerson of(HeldPerson person, int index, Hidden hidden);
    }

    static HeldPerson with(
            HeldPerson p, String token, String name, String birth, String rank, String medical, String since) {
        return new HeldPerson(token, name, birth, rank, p.kind(), medical, since);
    }

    /** Every answer "not held", under another code. */
    static Plant absent(BiFunction<Hidden, Integer, ReplyCode> code) {
        return act((act, hidden) -> {
            if (!(act instanceof Act.LinesAnswered(List<Reply> replies))) {
                return act;
            }
            List<Reply> changed = new ArrayList<>();
            for (int i = 0; i < replies.size(); i++) {
                Reply reply = replies.get(i);
                changed.add(reply.held() != null ? reply : new Reply(reply.line(), code.apply(hidden, i), null));
            }
            return new Act.LinesAnswered(changed);
        });
    }

    /** A list of an act in an order that means something at home. */
    static <T> List<T> rotated(List<T> list, int by) {
        List<T> all = new ArrayList<>(list);
        java.util.Collections.rotate(all, by);
        return all;
    }

    /** B's list of those sought, read through another view. */
    static Plant soughtView(BiFunction<RegisterTable, Hidden, RegisterTable> view) {
        return new Plant() {
            @Override
            public RegisterTable sought(RegisterTable own, Hidden hidden) {
                return view.apply(own, hidden);
            }
        };
    }

    static Plant heldView(BiFunction<RegisterTable, Hidden, RegisterTable> view) {
        return new Plant() {
            @Override
            public RegisterTable held(RegisterTable own, Hidden hidden) {
                return view.apply(own, hidden);
            }
        };
    }

    /** The column of that header taken for another field. */
    static RegisterTable renamed(RegisterTable table, String header, Field as) {
        List<Column> columns = table.columns().stream()
                .map(c -> c.header().equals(header)
                        ? new Column(header, as)
                        : c.field() == as ? new Column(c.header(), Field.OTHER) : c)
                .toList();
        return new RegisterTable(columns, ids(table), rows(table));
    }

    /** The rows in the order of a column that stays at home. */
    static RegisterTable ordered(RegisterTable table, String header) {
        int column = table.columns().stream().map(Column::header).toList().indexOf(header);
        List<String[]> rows = rows(table);
        rows.sort(Comparator.comparing(row -> row[column]));
        return new RegisterTable(table.columns(), ids(table), rows);
    }

    /** Rows of another register behind this one's: a filter is missing. */
    static RegisterTable and(RegisterTable table, RegisterTable other) {
        List<String[]> rows = rows(table);
        List<String> ids = new ArrayList<>(ids(table));
        for (String[] row : rows(other)) {
            String[] fitted = java.util.Arrays.copyOf(row, table.columns().size());
            rows.add(fitted);
            ids.add("x" + ids.size());
        }
        return new RegisterTable(table.columns(), ids, rows);
    }

    private static List<String> ids(RegisterTable table) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            ids.add(table.id(i));
        }
        return ids;
    }

    private static List<String[]> rows(RegisterTable table) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            String[] row = new String[table.columns().size()];
            for (int c = 0; c < row.length; c++) {
                row[c] = table.value(i, c);
            }
            rows.add(row);
        }
        return rows;
    }

    /** B's number in the lottery made of something that B keeps. */
    static Plant lottery() {
        return act((act, hidden) -> {
            String nonce = Bytes.hex(Bytes.sha256(Bytes.utf8(hidden.secret)));
            return switch (act) {
                case Act.LotterySealed sealed ->
                    new Act.LotterySealed(Lottery.commitment(IsolationWorld.CASE, "bb", nonce));
                case Act.LotteryRevealed revealed -> new Act.LotteryRevealed(nonce);
                default -> act;
            };
        });
    }

    static Plant clock(String node, BiFunction<Instant, Hidden, Instant> leak) {
        return new Plant() {
            @Override
            public Instant clock(String of, Instant now, Hidden hidden) {
                return of.equals(node) ? leak.apply(now, hidden) : now;
            }
        };
    }

    static Plant drawn(ToIntFunction<Hidden> count) {
        return new Plant() {
            @Override
            public int drawn(Hidden hidden) {
                return count.applyAsInt(hidden);
            }
        };
    }

    static Plant signers(BiFunction<Hidden, Boolean, List<String>> who) {
        return new Plant() {
            @Override
            public List<String> signers(Hidden hidden) {
                return who.apply(hidden, hidden.world % 2 == 1);
            }
        };
    }

    static Plant first() {
        return new Plant() {
            @Override
            public boolean first(Hidden hidden) {
                return hidden.world % 2 == 1;
            }
        };
    }

    static Plant objects() {
        return new Plant() {
            @Override
            public boolean objects(Hidden hidden) {
                return hidden.world % 2 == 1;
            }
        };
    }

    static Plant stick(BiFunction<Stick, Hidden, Stick> leak) {
        return new Plant() {
            @Override
            public Stick stick(Stick stick, Hidden hidden) {
                return leak.apply(stick, hidden);
            }
        };
    }

    interface HomeLeak {
        void write(Path home, Hidden hidden) throws IOException;
    }

    static Plant home(HomeLeak leak) {
        return new Plant() {
            @Override
            public void home(Path home, Hidden hidden) throws IOException {
                leak.write(home, hidden);
            }
        };
    }

    /** The mediator's proposal with another record of how it came about. */
    static Plant audit(String member, BiFunction<Object, Hidden, Object> leak) {
        return by("med", (act, hidden) -> {
            if (!(act instanceof Act.SelectionProposed(Act.Proposal p))) {
                return act;
            }
            Map<String, Object> audit = new HashMap<>();
            p.audit().properties().forEach(e -> audit.put(e.getKey(), e.getValue()));
            audit.put(member, leak.apply(audit.get(member), hidden));
            return new Act.SelectionProposed(
                    new Act.Proposal(p.version(), p.returning(), org.homeward.protocol.json.CanonicalJson.tree(audit)));
        });
    }

    static byte[] padded(byte[] body, int by) {
        byte[] longer = java.util.Arrays.copyOf(body, body.length + by);
        java.util.Arrays.fill(longer, body.length, longer.length, (byte) ' ');
        return longer;
    }

    static byte[] utf8(String text) {
        return Bytes.utf8(text);
    }

    static UnaryOperator<String> append(String more) {
        return text -> text + more;
    }
}
