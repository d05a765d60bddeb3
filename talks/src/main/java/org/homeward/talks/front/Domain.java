package org.homeward.talks.front;

import java.math.BigInteger;
import java.util.List;

/** The issues of a case; an outcome takes one option of each. */
public record Domain(String name, List<Issue> issues) {
    public Domain {
        issues = List.copyOf(issues);
    }

    /** How many outcomes there are. */
    public BigInteger outcomes() {
        BigInteger count = BigInteger.ONE;
        for (Issue issue : issues) {
            count = count.multiply(BigInteger.valueOf(issue.options().size()));
        }
        return count;
    }
}
