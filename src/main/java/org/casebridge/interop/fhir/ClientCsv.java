package org.casebridge.interop.fhir;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.Languages;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.SafeContact;
import org.casebridge.clients.Sex;
import org.casebridge.console.Problem;
import org.casebridge.interop.files.Csv;
import org.casebridge.interop.files.Reading;
import org.casebridge.interop.files.Spot;
import org.jspecify.annotations.Nullable;

/** People from a CSV file, its columns known by their English or Spanish headings, in any order. */
record ClientCsv(List<Row> lines, List<String> remarks) {

    /** One person. {@code id} is what the file calls them, or made of all that the line says, which it does not tell. */
    record Row(Spot spot, String id, NewClient client) {}

    private enum Column {
        ID("id|client id|record id|rec id|number|case number|numero|expediente|numero de expediente"),
        WHOLE("name|full name|client|client name|nombre completo|nombre y apellidos|cliente"),
        GIVEN("given|given name|given names|first|first name|firstname|nombre|nombres|primer nombre"),
        MIDDLE("middle|middle name|segundo nombre"),
        FAMILY("family|family name|last|last name|lastname|surname|apellido|apellidos"),
        PREFERRED("preferred name|preferred|goes by|nickname|nombre preferido|apodo"),
        BORN("birth date|birthdate|date of birth|dob|born|birthday|fecha de nacimiento|nacimiento|fecha nacimiento"),
        SEX("sex|gender|sexo|genero"),
        PRONOUNS("pronouns|pronombres"),
        PHONE("phone|phone number|telephone|home phone|telefono|numero de telefono"),
        MOBILE("mobile|cell|cell phone|mobile phone|celular|movil|telefono celular"),
        EMAIL("e mail|email|email address|e mail address|correo|correo electronico"),
        STREET("address|street|address 1|street address|direccion|calle|domicilio"),
        CITY("city|town|ciudad|municipio"),
        REGION("state|region|province|estado|provincia"),
        ZIP("zip|zip code|postal code|postcode|codigo postal|cp"),
        LANGUAGE("language|preferred language|languages|idioma|lengua|idioma preferido"),
        SSN("ssn|social security number|soc sec id|seguro social|numero de seguro social"),
        MEDICAID("medicaid|medicaid number|medicaid id");

        private final List<String> headings;

        Column(String headings) {
            this.headings = List.of(headings.split("\\|"));
        }
    }

    static ClientCsv read(String file, String text, UnaryOperator<String> token, List<Problem> problems) {
        var csv = Csv.read(file, text);
        var columns = new EnumMap<Column, String>(Column.class);
        var remarks = new ArrayList<String>();
        for (var heading : csv.header()) {
            var column = column(heading);
            if (column == null || columns.containsKey(column)) {
                if (!heading.isBlank()) {
                    remarks.add("%s: the column “%s” was not read".formatted(file, heading));
                }
            } else {
                columns.put(column, heading);
            }
        }
        if (!columns.containsKey(Column.WHOLE) && !columns.containsKey(Column.GIVEN) && !columns.containsKey(Column.FAMILY)) {
            problems.add(Problem.at(file, 1, "There is no column with a name. Call one “name”, or two “first name” and “last name” (“nombre”, “apellidos”)."));
            return new ClientCsv(List.of(), List.of());
        }
        boolean dayFirst = column("fecha de nacimiento") == Column.BORN && columns.getOrDefault(Column.BORN, "").toLowerCase(Locale.ROOT).contains("nacimiento");
        var rows = new ArrayList<Row>();
        for (var line : csv.lines()) {
            var spot = Spot.line(file, line.number());
            Function<Column, String> get = column -> columns.containsKey(column) ? line.get(columns.get(column)) : "";
            var client = client(get, spot, dayFirst, problems);
            var id = get.apply(Column.ID).isEmpty() ? token.apply(line.fields().toString()) : get.apply(Column.ID);
            rows.add(new Row(spot, id, client));
        }
        return new ClientCsv(rows, remarks);
    }

    private static NewClient client(Function<Column, String> get, Spot spot, boolean dayFirst, List<Problem> problems) {
        var born = get.apply(Column.BORN).isEmpty() ? null : day(get.apply(Column.BORN), dayFirst);
        if (born == null && !get.apply(Column.BORN).isEmpty()) {
            problems.add(spot.problem("“%s” is no date that exists. Write birth dates like 1980-03-14.".formatted(get.apply(Column.BORN))));
        }
        var points = new ArrayList<ContactPoint>();
        if (!get.apply(Column.PHONE).isEmpty()) {
            points.add(ContactPoint.phone(get.apply(Column.PHONE), ContactPoint.Usage.HOME));
        }
        if (!get.apply(Column.MOBILE).isEmpty()) {
            points.add(ContactPoint.phone(get.apply(Column.MOBILE), ContactPoint.Usage.MOBILE));
        }
        if (!get.apply(Column.EMAIL).isEmpty()) {
            if (Reading.email(get.apply(Column.EMAIL)).isEmpty()) {
                problems.add(spot.problem("“%s” is no e-mail address.".formatted(get.apply(Column.EMAIL))));
            }
            points.add(ContactPoint.email(get.apply(Column.EMAIL)));
        }
        var address = Address.home(get.apply(Column.STREET), get.apply(Column.CITY), get.apply(Column.REGION), get.apply(Column.ZIP));
        var identifiers = new ArrayList<Identifier>();
        if (!get.apply(Column.SSN).isEmpty()) {
            identifiers.add(new Identifier(Identifier.Kind.SSN, Identifier.Kind.SSN.uri(), get.apply(Column.SSN)));
        }
        if (!get.apply(Column.MEDICAID).isEmpty()) {
            identifiers.add(new Identifier(Identifier.Kind.MEDICAID, Identifier.Kind.MEDICAID.uri(), get.apply(Column.MEDICAID)));
        }
        var about = new About(born, false, sex(get.apply(Column.SEX)), "", get.apply(Column.PRONOUNS), languages(get.apply(Column.LANGUAGE)), null, List.of(), "", "", false, null);
        return new NewClient(names(get), about, SafeContact.unknown(), points, address.blank() ? List.of() : List.of(address), identifiers, null);
    }

    private static List<PersonName> names(Function<Column, String> get) {
        var names = new ArrayList<PersonName>();
        var given = (get.apply(Column.GIVEN) + " " + get.apply(Column.MIDDLE)).strip();
        if (!given.isEmpty() || !get.apply(Column.FAMILY).isEmpty()) {
            names.add(PersonName.legal(given, get.apply(Column.FAMILY)));
        } else if (!get.apply(Column.WHOLE).isEmpty()) {
            names.add(whole(get.apply(Column.WHOLE)));
        }
        if (!get.apply(Column.PREFERRED).isEmpty()) {
            names.add(new PersonName(NameUse.PREFERRED, get.apply(Column.PREFERRED), "", "", "", null));
        }
        return names;
    }

    /** Family name first when there is a comma. */
    private static PersonName whole(String name) {
        int comma = name.indexOf(',');
        return comma > 0 ? PersonName.legal(name.substring(comma + 1).strip(), name.substring(0, comma).strip()) : PersonName.read(name);
    }

    /** In a Spanish file 3/4/1980 is the third of April; elsewhere here it is the fourth of March. */
    private static @Nullable LocalDate day(String text, boolean dayFirst) {
        var turned = dayFirst ? text.replaceFirst("^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2,4})$", "$2/$1/$3") : text.replaceFirst("^(\\d{1,2})[.-](\\d{1,2})[.-](\\d{2,4})$", "$1/$2/$3");
        return Reading.day(turned).orElse(null);
    }

    private static @Nullable Sex sex(String word) {
        return switch (fold(word)) {
            case "f", "female", "woman", "mujer", "femenino" -> Sex.FEMALE;
            case "m", "male", "man", "hombre", "masculino" -> Sex.MALE;
            case "" -> null;
            case "x", "other", "another", "nonbinary", "non binary", "otro", "otra", "no binario" -> Sex.ANOTHER;
            default -> Sex.UNKNOWN;
        };
    }

    /** A code (es), or the language's name in English, in Spanish, or in itself. */
    private static List<String> languages(String words) {
        var languages = new ArrayList<String>();
        for (var word : words.split("[,;/]")) {
            var code = BY_NAME.getOrDefault(fold(word), word.strip().toLowerCase(Locale.ROOT));
            if (code.length() <= 8 && Languages.known(code)) {
                languages.add(code);
            }
        }
        return languages;
    }

    private static final Map<String, String> BY_NAME = byName();

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.of(code);
            for (var reader : List.of(Locale.ENGLISH, Locale.of("es"), language)) {
                names.putIfAbsent(fold(language.getDisplayLanguage(reader)), code);
            }
        }
        return names;
    }

    private static @Nullable Column column(String heading) {
        var plain = fold(heading);
        for (var column : Column.values()) {
            if (column.headings.contains(plain)) {
                return column;
            }
        }
        return null;
    }

    /** Small letters without accents; what is no letter or digit is one blank. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
