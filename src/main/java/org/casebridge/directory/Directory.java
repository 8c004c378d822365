package org.casebridge.directory;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.kernel.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what a source says of its organizations and services: all of it or, when anything in it contradicts, nothing. */
@Service
@Transactional
public class Directory {

    private final EntryStore entries;
    private final Projection projection;

    Directory(EntryStore entries, Projection projection) {
        this.entries = entries;
        this.projection = projection;
    }

    /** Brought twice, the same entries change nothing. Several entries with one kind and id are one, the later adding to the earlier. */
    public Brought bring(String source, List<Entry> said) {
        var byKind = new EnumMap<Entry.Kind, Map<String, Map<String, Object>>>(Entry.Kind.class);
        for (var entry : said) {
            byKind.computeIfAbsent(entry.kind(), _ -> new LinkedHashMap<>()).computeIfAbsent(entry.id(), _ -> new LinkedHashMap<>()).putAll(entry.said());
        }
        var brought = Brought.NOTHING;
        var changed = new EnumMap<Entry.Kind, List<UUID>>(Entry.Kind.class);
        for (var kind : byKind.keySet()) {
            var written = entries.write(source, kind, byKind.get(kind));
            brought = brought.and(written.count());
            changed.put(kind, written.touched());
        }
        try {
            projection.make(changed);
        } catch (DataIntegrityViolationException contradiction) {
            throw Refused.invalid("The directory contradicts itself: {problem}", String.valueOf(contradiction.getMostSpecificCause().getMessage()).lines().findFirst().orElse(""));
        }
        return brought;
    }

    /** Of these ids of a source, those that no entry of this kind has yet. */
    @Transactional(readOnly = true)
    public Set<String> unknown(String source, Entry.Kind kind, Collection<String> ids) {
        return entries.unknown(source, kind, ids);
    }
}
