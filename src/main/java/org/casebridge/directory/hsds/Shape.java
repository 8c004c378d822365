package org.casebridge.directory.hsds;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one object of HSDS 3.1: its fields in the standard's order, each with what it holds, and those that must be there. {@code lists} and
 * {@code objects} name the shapes of what stands within.
 */
record Shape(String name, Map<String, Field> fields, Set<String> required, Map<String, String> lists, Map<String, String> objects) {

    enum Holds { TEXT, NUMBER, UUID, URI, EMAIL, MOMENT, ONE_OF }

    /** {@code words} are those that a field of {@code ONE_OF} may hold. */
    record Field(Holds holds, List<String> words) {}

    /**
     * A line for each shape: its name, then its fields. {@code !} must be there; {@code #} a number, {@code @} an e-mail address, {@code %} a URI,
     * {@code &} a UUID, {@code ~} a date and time, {@code =a|b} one of these words; {@code [x]} a list of x, {@code {x}} an x. Every field without a mark is text.
     */
    private static final String LINES = """
            service id!& organization_id& program_id& name! alternate_name description url% email@ status!=active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age# maximum_age# assured_date assurer_email@ licenses alert last_modified~ phones[phone] schedules[schedule] service_areas[service_area] service_at_locations[service_at_location] languages[language] organization{organization} funding[funding] cost_options[cost_option] program{program} required_documents[required_document] contacts[contact] capacities[service_capacity] attributes[attribute] additional_urls[url]
            organization id!& name! alternate_name description! email@ website% tax_status tax_id year_incorporated# legal_status logo uri% parent_organization_id& funding[funding] contacts[contact] phones[phone] locations[location] programs[program] organization_identifiers[organization_identifier] attributes[attribute] services[service] additional_websites[url]
            program id!& organization_id& name! alternate_name description! attributes[attribute]
            location id!& location_type!=physical|postal|virtual url% organization_id& name alternate_name description transportation latitude# longitude# external_identifier external_identifier_type languages[language] addresses[address] contacts[contact] accessibility[accessibility] phones[phone] schedules[schedule] attributes[attribute]
            service_at_location id!& service_id& location_id& description service_areas[service_area] contacts[contact] phones[phone] schedules[schedule] location{location} service{service} attributes[attribute]
            taxonomy id!& name! description! uri% version
            taxonomy_term id!& code name! description! parent_id& taxonomy taxonomy_id& language term_uri% taxonomy_detail{taxonomy}
            phone id!& number! extension# type description languages[language]
            contact id!& name title department email@ phones[phone]
            address id!& attention address_1! address_2 city! region state_province! postal_code! country! address_type!=physical|postal|virtual
            schedule id!& valid_from valid_to dtstart timezone# until count# wkst=MO|TU|WE|TH|FR|SA|SU freq=WEEKLY|MONTHLY interval# byday byweekno bymonthday byyearday description opens_at closes_at schedule_link% attending_type notes
            service_area id!& name description extent extent_type uri
            language id!& name code note
            accessibility id!& description details url%
            required_document id!& document uri%
            funding id!& source
            cost_option id!& valid_from valid_to option currency amount# amount_description
            service_capacity id!& available!# maximum# description updated!~ unit!{unit}
            unit id!& name! scheme identifier uri%
            organization_identifier id!& identifier_scheme identifier_type! identifier!
            attribute id!& link_id& taxonomy_term_id& link_type link_entity value label taxonomy_term{taxonomy_term}
            url id!& label url!%
            """;

    private static final Map<String, Shape> ALL = read();

    static Shape of(String name) {
        var shape = ALL.get(name);
        if (shape == null) {
            throw new IllegalArgumentException(name);
        }
        return shape;
    }

    static @Nullable Shape find(String name) {
        return ALL.get(name);
    }

    private static Map<String, Shape> read() {
        var all = new LinkedHashMap<String, Shape>();
        for (var line : LINES.lines().toList()) {
            var words = line.split(" ");
            var shape = new Shape(words[0], new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            for (int i = 1; i < words.length; i++) {
                shape.add(words[i]);
            }
            all.put(shape.name, shape);
        }
        return all;
    }

    private void add(String word) {
        var field = word.replaceAll("[^a-z0-9_].*", "");
        var marks = word.substring(field.length());
        if (marks.startsWith("!")) {
            required.add(field);
            marks = marks.substring(1);
        }
        if (marks.startsWith("[")) {
            lists.put(field, marks.substring(1, marks.length() - 1));
        } else if (marks.startsWith("{")) {
            objects.put(field, marks.substring(1, marks.length() - 1));
        } else {
            fields.put(field, marks.startsWith("=") ? new Field(Holds.ONE_OF, List.of(marks.substring(1).replace("temporarily_closed", "temporarily closed").split("\\|"))) : new Field(switch (marks) {
                case "#" -> Holds.NUMBER;
                case "@" -> Holds.EMAIL;
                case "%" -> Holds.URI;
                case "&" -> Holds.UUID;
                case "~" -> Holds.MOMENT;
                default -> Holds.TEXT;
            }, List.of()));
        }
    }
}
