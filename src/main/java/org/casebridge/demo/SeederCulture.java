package org.casebridge.demo;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Race;
import org.casebridge.clients.Sex;

/**
 * Names as families of many origins in one American county have them. A name may stand as "Latin/own script"; {@code share} is in a hundred.
 * The names are common ones of each language and mean nobody.
 */
enum SeederCulture {

    ENGLISH(44, "en", Form.GIVEN_FIRST, List.of(Race.WHITE, Race.BLACK_OR_AFRICAN_AMERICAN),
            "Mary Patricia Jennifer Linda Barbara Susan Jessica Karen Lisa Nancy Betty Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah "
                    + "Stephanie Dorothy Rebecca Sharon Laura Cynthia Amy Kathleen Angela Shirley Brenda Nicole Latoya Keisha Tamika Shanice Imani Aaliyah Destiny",
            "James Robert John Michael David William Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Andrew Paul Joshua Kenneth "
                    + "Kevin Brian George Timothy Ronald Jason Edward Jeffrey Ryan Jacob Gary Nicholas Eric Darnell Tyrone Malik Jamal DeShawn Terrell",
            "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson "
                    + "Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins "
                    + "Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray "
                    + "James Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell O’Brien O'Connor D’Angelo McAllister St.~John Washington "
                    + "Jefferson Booker Whitfield Abernathy Fitzgerald Blackwood Underwood Smith-Jones Lloyd-Price"),
    SPANISH(22, "es", Form.GIVEN_FIRST, List.of(Race.HISPANIC_OR_LATINO),
            "María Guadalupe Juana Margarita Verónica Rosa Alejandra Leticia Gabriela Adriana Patricia Elizabeth Yolanda Silvia Teresa Claudia Lucía Ximena "
                    + "Sofía Valentina Camila Renata Inés Concepción Belén Nuria Araceli Dolores",
            "José Juan Luis Carlos Jesús Francisco Antonio Alejandro Miguel Ángel Jorge Ricardo Manuel Eduardo Fernando Roberto Raúl Sergio Javier Óscar Andrés "
                    + "Héctor Rubén Ramón Diego Mateo Joaquín Íñigo",
            "García Hernández Martínez López González Rodríguez Pérez Sánchez Ramírez Cruz Flores Gómez Morales Vázquez Jiménez Reyes Díaz Torres Gutiérrez Ruiz "
                    + "Mendoza Aguilar Ortiz Castillo Moreno Romero Álvarez Chávez Rivera Juárez Peña Núñez Muñoz de~la~Cruz del~Río Ibáñez Zúñiga Quiñones"),
    CHINESE(5, "zh", Form.FAMILY_FIRST, List.of(Race.ASIAN), "Wei/伟 Fang/芳 Xiuying/秀英 Na/娜 Min/敏 Jing/静 Li/丽 Yan/艳 Juan/娟 Meiling/美玲",
            "Wei/伟 Qiang/强 Lei/磊 Jun/军 Yong/勇 Jie/杰 Tao/涛 Ming/明 Chao/超 Zhiyuan/志远", "Wang/王 Li/李 Zhang/张 Liu/刘 Chen/陈 Yang/杨 Huang/黄 Zhao/赵 Wu/吴 Zhou/周 Xu/徐 Lin/林"),
    VIETNAMESE(4, "vi", Form.FAMILY_FIRST, List.of(Race.ASIAN), "Thị~Hoa Thị~Lan Ngọc~Anh Thanh~Thảo Thị~Mai Phương Hồng~Nhung Thu~Hà", "Văn~Hùng Minh~Đức Quốc~Bảo Hữu~Phước Đình~Khoa Tuấn Văn~Long Anh~Dũng",
            "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ"),
    ARABIC(4, "ar", Form.GIVEN_FIRST, List.of(Race.MIDDLE_EASTERN_OR_NORTH_AFRICAN), "Fatima/فاطمة Aisha/عائشة Maryam/مريم Layla/ليلى Zaynab/زينب Huda/هدى Noor/نور Salma/سلمى",
            "Mohammed/محمد Ahmed/أحمد Ali/علي Omar/عمر Hassan/حسن Yusuf/يوسف Khalid/خالد Ibrahim/إبراهيم",
            "Al-Masri/المصري Haddad/حداد Khoury/خوري Al-Hashimi/الهاشمي Nasser/ناصر Mansour/منصور Darwish/درويش Saleh/صالح"),
    SOMALI(2, "so", Form.GIVEN_FIRST, List.of(Race.BLACK_OR_AFRICAN_AMERICAN), "Hodan Ifrah Sahra Asha Hibaaq Deeqa", "Abdirahman Liibaan Cabdi Warsame Guled Faarax",
            "Warsame~Ali Hassan~Jama Farah~Nur Abdi~Yusuf Mohamud~Aden Osman~Dirie"),
    AMHARIC(2, "am", Form.GIVEN_FIRST, List.of(Race.BLACK_OR_AFRICAN_AMERICAN), "Tigist/ትግስት Almaz/አልማዝ Hiwot/ሕይወት Selam/ሰላም", "Abebe/አበበ Dawit/ዳዊት Kebede/ከበደ Yonas/ዮናስ",
            "Tesfaye/ተስፋዬ Bekele/በቀለ Haile/ኃይሌ Girma/ግርማ Tadesse/ታደሰ"),
    RUSSIAN(3, "ru", Form.GIVEN_FIRST, List.of(Race.WHITE), "Olga/Ольга Natalia/Наталья Elena/Елена Svetlana/Светлана Irina/Ирина Lyudmila/Людмила",
            "Sergei/Сергей Dmitri/Дмитрий Andrei/Андрей Aleksandr/Александр Yuri/Юрий Pavel/Павел", "Kovalenko/Коваленко Shevchenko/Шевченко Bondarenko/Бондаренко Melnik/Мельник Tkachenko/Ткаченко Morozov/Морозов"),
    KOREAN(2, "ko", Form.FAMILY_FIRST, List.of(Race.ASIAN), "Ji-woo/지우 Seo-yeon/서연 Min-ji/민지 Young-hee/영희", "Min-jun/민준 Ji-ho/지호 Young-ho/영호 Sang-woo/상우", "Kim/김 Lee/이 Park/박 Choi/최 Jung/정 Kang/강"),
    HAITIAN(2, "ht", Form.GIVEN_FIRST, List.of(Race.BLACK_OR_AFRICAN_AMERICAN), "Marie-Ange Roseline Guerline Mirlande Fabiola", "Jean-Baptiste Wilner Emmanuel Frantz Ricardo-Pierre", "Pierre Jean-Louis Baptiste Toussaint Desrosiers Étienne Célestin"),
    FILIPINO(2, "tl", Form.GIVEN_FIRST, List.of(Race.ASIAN), "Maricel Jocelyn Rosario Analyn Divina", "Rodel Efren Jun-Jun Reynaldo Crisanto", "Dela~Cruz Bautista Santos Villanueva Mercado Pangilinan Macaraeg"),
    HINDI(2, "hi", Form.GIVEN_FIRST, List.of(Race.ASIAN), "Priya/प्रिया Sunita/सुनीता Anjali/अंजलि Lakshmi/लक्ष्मी", "Rajesh/राजेश Amit/अमित Sanjay/संजय Vikram/विक्रम", "Sharma/शर्मा Patel/पटेल Singh/सिंह Gupta/गुप्ता Verma/वर्मा"),
    DARI(2, "prs", Form.ONE_WORD, List.of(Race.MIDDLE_EASTERN_OR_NORTH_AFRICAN, Race.ASIAN), "Parwana/پروانه Zarmina/زرمینه Shukria/شکریه Nilofar/نیلوفر", "Najibullah/نجیب‌الله Hamidullah/حمیدالله Farid/فرید Rahmatullah/رحمت‌الله",
            "Ahmadi/احمدی Rahimi/رحیمی Noorzai/نورزی"),
    NAVAJO(1, "nv", Form.GIVEN_FIRST, List.of(Race.AMERICAN_INDIAN_OR_ALASKA_NATIVE), "Yanaba Doli Sahkyo Nizhoni", "Ashkii Hashké Tso Niyol", "Begay Yazzie Benally Tsosie Nez Bitsui"),
    PORTUGUESE(2, "pt", Form.GIVEN_FIRST, List.of(Race.HISPANIC_OR_LATINO, Race.WHITE), "Ana~Paula Conceição Fernanda Luísa Beatriz", "João António Thiago Rogério Luís~Filipe", "da~Silva dos~Santos Gonçalves Araújo Magalhães Conceição Simões"),
    SAMOAN(1, "sm", Form.GIVEN_FIRST, List.of(Race.NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER), "Sina Lagi Fa‘anunu Mele", "Tavita Sione Loto Fetū", "Tuiasosopo Fa‘alogo Leota Seumalo");

    enum Form { GIVEN_FIRST, FAMILY_FIRST, ONE_WORD }

    private static final List<SeederCulture> BY_SHARE = byShare();

    final String language;
    final List<Race> races;
    private final int share;
    private final Form form;
    private final List<String> women;
    private final List<String> men;
    private final List<String> families;

    SeederCulture(int share, String language, Form form, List<Race> races, String women, String men, String families) {
        this.share = share;
        this.language = language;
        this.form = form;
        this.races = races;
        this.women = words(women);
        this.men = words(men);
        this.families = words(families);
    }

    static SeederCulture any(SeederDice dice) {
        return dice.of(BY_SHARE);
    }

    /** For a whole household; where two family names are usual, two. */
    String family(SeederDice dice) {
        return this == SPANISH && dice.percent(55) ? dice.early(families) + " " + dice.early(families) : dice.early(families);
    }

    PersonName name(SeederDice dice, Sex sex, String family) {
        var given = dice.early(sex == Sex.MALE ? men : women);
        if (form == Form.ONE_WORD && dice.percent(50)) {
            return new PersonName(NameUse.LEGAL, latin(given), "", "", "", null);
        }
        if (this == ENGLISH && dice.percent(18)) {
            given += " " + dice.of("A.", "B.", "C.", "D.", "E.", "J.", "L.", "M.", "R.", "T.", "W.");
        }
        var suffix = this == ENGLISH && sex == Sex.MALE && dice.percent(4) ? dice.of("Jr.", "Sr.", "III") : "";
        var own = given.contains("/") && dice.percent(60);
        var written = own
                ? form == Form.FAMILY_FIRST ? script(family) + script(given) : script(given) + " " + script(family)
                : form == Form.FAMILY_FIRST ? latin(family) + " " + latin(given) : "";
        return new PersonName(NameUse.LEGAL, latin(given), latin(family), suffix, written, null);
    }

    private static String latin(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    }

    private static String script(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private static List<String> words(String names) {
        return List.of(names.split(" ")).stream().map(it -> it.replace('~', ' ')).toList();
    }

    private static List<SeederCulture> byShare() {
        var all = new ArrayList<SeederCulture>();
        for (var culture : values()) {
            for (int i = 0; i < culture.share; i++) {
                all.add(culture);
            }
        }
        return List.copyOf(all);
    }
}
