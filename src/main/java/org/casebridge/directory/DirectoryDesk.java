package org.casebridge.directory;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.casebridge.directory.Entry.Kind;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing the directory by hand. What is written here is kept beside what a source told, field by field, and holds before it: an import
 * changes what the source tells and never what was written here.
 */
@Service
@Transactional
public class DirectoryDesk {

    /** The source of what no other told. */
    private static final String BY_HAND = "Casebridge";

    private final EntryStore entries;
    private final Projection projection;
    private final ServiceStore services;
    private final OrganizationStore organizations;

    DirectoryDesk(EntryStore entries, Projection projection, ServiceStore services, OrganizationStore organizations) {
        this.entries = entries;
        this.projection = projection;
        this.services = services;
        this.organizations = organizations;
    }

    /** Adds one service, to the organization of that name or, when there is none, to a new one. Refuses one that this organization gives already. */
    public ServiceId add(AddService said) {
        var service = Objects.requireNonNull(said.service());
        service.check("service.");
        var place = said.place() == null || said.place().blank() ? null : said.place();
        if (place != null) {
            place.check("place.");
        }
        var name = Objects.requireNonNull(said.organization()).strip();
        var organization = entries.organizationNamed(name).orElseGet(() -> {
            var id = Id.fresh().toString();
            written(Kind.ORGANIZATION, entries.write(BY_HAND, Kind.ORGANIZATION, id, Map.of("name", name)));
            return new EntryStore.Named(BY_HAND, id);
        });
        if (organizations.gives(entries.key(organization.source(), Kind.ORGANIZATION, organization.sourceId()), Objects.requireNonNull(service.name()))) {
            throw Refused.invalid("{organization} has a service of this name in the directory already. Look for it, or choose another name.", name).at("service.name");
        }
        var id = Id.fresh().toString();
        var words = service.said(Map.of(), List.of());
        words.put("organization_id", organization.sourceId());
        var key = entries.write(organization.source(), Kind.SERVICE, id, words);
        written(Kind.SERVICE, key);
        if (place != null) {
            place(new ServiceId(key), place);
        }
        return new ServiceId(key);
    }

    /** Refuses a name that the directory has already. */
    public OrganizationId add(SaveOrganization said) {
        if (entries.organizationNamed(Objects.requireNonNull(said.name()).strip()).isPresent()) {
            throw Refused.invalid("The directory has an organization of this name already. Look for it, or choose another name.").at("name");
        }
        return new OrganizationId(written(Kind.ORGANIZATION, entries.write(BY_HAND, Kind.ORGANIZATION, Id.fresh().toString(), said.said())));
    }

    /** One more place where a service is given. */
    public LocationId place(ServiceId service, SavePlace said) {
        said.check("place.");
        var known = get(service.value(), Kind.SERVICE);
        var id = Id.fresh().toString();
        var words = said.said(Map.of(), about(said));
        words.put("organization_id", known.said().get("organization_id"));
        var key = written(Kind.LOCATION, entries.write(known.source(), Kind.LOCATION, id, words));
        written(Kind.SERVICE_AT_LOCATION, entries.write(known.source(), Kind.SERVICE_AT_LOCATION, id, Map.of("service_id", known.sourceId(), "location_id", id)));
        return new LocationId(key);
    }

    @Transactional(readOnly = true)
    public ChangeService service(ServiceId id) {
        var known = get(id.value(), Kind.SERVICE);
        return new ChangeService(SaveService.of(known.said(), schedules(known)), known.version());
    }

    /** Hours that a source told of the service at one of its places become the service's own when they are changed. */
    public void change(ServiceId id, ChangeService said) {
        var service = Objects.requireNonNull(said.service());
        service.check("service.");
        var known = get(id.value(), Kind.SERVICE);
        var schedules = schedules(known);
        var before = SaveService.of(known.said(), schedules).said(known.said(), schedules);
        var changed = changed(before, service.said(known.said(), schedules));
        if (changed.containsKey("schedules")) {
            entries.timed(id.value()).forEach(it -> {
                var timed = get(it, Kind.SERVICE_AT_LOCATION);
                amend(timed, timed.version(), Map.of("schedules", List.of()));
            });
        }
        amend(known, version(said.version(), known), changed);
    }

    @Transactional(readOnly = true)
    public SaveOrganization organization(OrganizationId id) {
        var known = get(id.value(), Kind.ORGANIZATION);
        return SaveOrganization.of(known.said(), known.version());
    }

    public void change(OrganizationId id, SaveOrganization said) {
        var known = get(id.value(), Kind.ORGANIZATION);
        amend(known, version(said.version(), known), changed(SaveOrganization.of(known.said(), 0).said(), said.said()));
    }

    @Transactional(readOnly = true)
    public ChangePlace place(LocationId id) {
        var known = get(id.value(), Kind.LOCATION);
        return new ChangePlace(SavePlace.of(known.said()), known.version());
    }

    public void change(LocationId id, ChangePlace said) {
        var place = Objects.requireNonNull(said.place());
        place.check("place.");
        var known = get(id.value(), Kind.LOCATION);
        var before = SavePlace.of(known.said());
        amend(known, version(said.version(), known), changed(before.said(known.said(), about(before)), place.said(known.said(), about(place))));
    }

    /** What was written here goes, and what the source tells holds again. Refuses what no source told of. */
    public void restore(ServiceId id) {
        var known = get(id.value(), Kind.SERVICE);
        if (known.told().isEmpty()) {
            throw Refused.conflict("This service was written here; no other source tells of it.");
        }
        entries.amend(id.value(), known.version(), Map.of());
        written(Kind.SERVICE, id.value());
    }

    /** What of a service was written here, if anything. */
    @Transactional(readOnly = true)
    public Optional<WrittenHere> writtenHere(ServiceId id) {
        return entries.writtenHere(id.value());
    }

    @Transactional(readOnly = true)
    public Organization get(OrganizationId id) {
        return organizations.find(id).orElseThrow(() -> Refused.notFound("That organization could not be found in the directory."));
    }

    /** The services given at a place, which a change of it concerns. */
    @Transactional(readOnly = true)
    public List<org.casebridge.directory.Service.Other> givenAt(LocationId id) {
        return organizations.givenAt(id);
    }

    private EntryStore.Known get(UUID id, Kind kind) {
        return entries.find(id, kind).orElseThrow(() -> Refused.notFound("That entry could not be found in the directory."));
    }

    private List<Map<String, Object>> schedules(EntryStore.Known service) {
        return Stream.concat(Hsds.list(service.said(), "schedules").stream(),
                entries.timed(service.id()).stream().flatMap(it -> Hsds.list(get(it, Kind.SERVICE_AT_LOCATION).said(), "schedules").stream())).toList();
    }

    private void amend(EntryStore.Known known, int version, Map<String, Object> changed) {
        if (!changed.isEmpty() || version != known.version()) {
            var here = new LinkedHashMap<>(known.here());
            here.putAll(changed);
            entries.amend(known.id(), version, here);
            written(known.kind(), known.id());
        }
    }

    private UUID written(Kind kind, UUID id) {
        projection.make(new EnumMap<>(Map.of(kind, List.of(id))));
        return id;
    }

    private @Nullable Place about(SavePlace said) {
        return Stream.of(said.postalCode(), said.city()).filter(it -> it != null && !it.isBlank()).map(it -> services.where(it.strip())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static int version(@Nullable Integer said, EntryStore.Known known) {
        return said == null ? known.version() : said;
    }

    private static Map<String, Object> changed(Map<String, Object> before, Map<String, Object> after) {
        var changed = new LinkedHashMap<String, Object>();
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value)) {
                changed.put(field, value);
            }
        });
        return changed;
    }
}
