package org.casebridge.directory;

import org.casebridge.codes.NeedCategory;

/**
 * The words by which directories name services for a need, as a PostgreSQL text query. Chosen after Open Eligibility's and the 211 LA County
 * taxonomy's top terms, English and Spanish; PostgreSQL reduces them to their stems.
 */
final class NeedTerms {

    private NeedTerms() {}

    static String of(NeedCategory need) {
        return switch (need) {
            case FOOD -> "food | meal | nutrition | grocery | pantry | wic | snap | calfresh | hunger | lunch | comida | alimento";
            case HOMELESSNESS -> "homeless | homelessness | shelter | transitional <-> housing | street | albergue";
            case HOUSING -> "housing | rent | rental | eviction | mortgage | tenant | landlord | foreclosure | shelter | apartment | vivienda | renta";
            case HOME_REPAIR -> "repair | weatherization | lead | mold | home <-> modification | home <-> safety | pest";
            case UTILITIES -> "utility | heating | energy | electric | electricity | water <-> bill | gas <-> bill | weatherization";
            case TRANSPORT -> "transport | transportation | ride | paratransit | transit | bus <-> pass | transporte";
            case MONEY -> "financial | cash | benefit | loan | budget | tax | debt | bankruptcy | income | calworks | money | dinero";
            case ESSENTIALS -> "clothing | clothes | furniture | household <-> goods | diaper | thrift | toy | blanket | hygiene | ropa";
            case WORK -> "employment | job | career | vocational | unemployment | workplace | workforce | empleo | trabajo";
            case EDUCATION -> "education | school | literacy | tutoring | ged | esl | training | english <-> language | class | computer <-> class | escuela";
            case INSURANCE -> "insurance | medicaid | medicare | medi-cal | coverage | chip | enrollment";
            case MEDICAL_COSTS -> "medical <-> bill | medical <-> expense | prescription | charity <-> care | medication | free <-> clinic";
            case HEALTH_LITERACY -> "health <-> education | health <-> information | patient <-> education | health <-> navigator";
            case DIGITAL_ACCESS -> "internet | broadband | phone <-> service | computer <-> access | lifeline | device";
            case DIGITAL_SKILLS -> "computer | digital <-> literacy | technology";
            case PEOPLE -> "social | recreation | community | volunteer | friendly | peer | support <-> group | faith | companion | senior <-> center";
            case STRESS -> "stress | coping | relaxation | mindfulness | support <-> group | caregiver <-> support | respite";
            case PARTNER_VIOLENCE -> "domestic <-> violence | partner <-> violence | violence | assault | victim | abuse | restraining";
            case ELDER_ABUSE -> "elder <-> abuse | adult <-> protective | ombudsman | abuse | exploitation";
            case VETERAN -> "veteran | military";
            case HEALTH -> "health | medical | clinic | dental | doctor | hospital | primary <-> care | vision | nursing | salud | medicina";
            case MENTAL_HEALTH -> "mental | counseling | counselling | therapy | psychiatric | depression | anxiety | grief | suicide | behavioral";
            case SUBSTANCE_USE -> "substance | addiction | alcohol | drug | detox | recovery | sober | rehabilitation";
            case DAILY_LIVING -> "home <-> care | caregiver | respite | adult <-> day | personal <-> care | chore | hospice | disability | senior | older | elder | aging";
            case FAMILY -> "child | childcare | daycare | parent | family | youth | pregnancy | infant | baby | adoption | foster";
            case LEGAL -> "legal | law | lawyer | court | immigration | guardianship | expungement | rights | identification | passport";
            case OTHER -> "information | referral | case <-> management";
        };
    }

    /** Of names (weight A) and taxonomy terms (B) only: a description that mentions food is no food service. */
    static String ofNames(NeedCategory need) {
        return of(need).replaceAll("(\\w)(?= |$)", "$1:AB");
    }
}
