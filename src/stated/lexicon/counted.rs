//! What companies count: a plain number before one of these nouns is a figure.

use super::{
    class::Class,
    group::{
        Group,
        Provenance::{SecFilings, Wires},
    },
};

const COUNTED: Class = Class::COUNTED;

pub(super) const GROUPS: &[Group] = &[
    Group::any(
        Class::COUNTED.and(Class::DIVISIBLE),
        SecFilings,
        "shares adss adrs warrants tonnes tons ounces bitcoin barrels acres hectares \
         kilowatts megawatts gigawatts terawatts",
    ),
    Group::exact(Class::COUNTED.and(Class::DIVISIBLE), SecFilings, "oz"),
    Group::exact(
        Class::COUNTED.and(Class::DIVISIBLE).and(Class::MEASURE),
        SecFilings,
        "bbl bbls boe bpd bopd boepd kW MW GW TW kWh MWh GWh TWh MWp GWp",
    ),
    Group::any(
        COUNTED,
        Wires,
        "employees workers staff staffers jobs positions roles people customers users \
         subscribers clients members engineers salespeople drivers riders passengers patients \
         students merchants sellers buyers partners investors shareholders households \
         participants layoffs developers personnel associates advisors advisers consumers \
         guests viewers visitors physicians doctors suppliers analysts hires advertisers \
         creators tenants contractors policyholders borrowers families companies businesses \
         enterprises firms organizations headcount job layoff redundancies operators travelers \
         travellers traders representatives managers executives agents brokers pilots nurses \
         teachers scientists researchers technicians lawyers bankers consultants accountants \
         graduates apprentices trainees colleagues individuals residents followers fans holders \
         stockholders bondholders unitholders cardholders owners founders farmers franchisees \
         dealers vendors retailers wholesalers distributors manufacturers producers lenders \
         banks insurers hospitals startups unicorns subsidiaries affiliates competitors rivals \
         peers bidders candidates recruits freelancers hosts couriers shoppers diners gamers \
         listeners readers streamers players attendees delegates americans britons taxpayers \
         savers depositors pensioners retirees beneficiaries claimants plaintiffs creditors \
         landlords economists strategists forecasters respondents crew sailors soldiers \
         citizens adults",
    ),
    Group::any(
        COUNTED,
        SecFilings,
        "stores shops restaurants locations branches outlets hotels rooms homes beds wells \
         sites facilities factories plants warehouses offices properties clinics centers \
         centres countries markets cities states dealerships theaters theatres airports routes \
         stations cafes kiosks mines mills showrooms pharmacies supermarkets \
         storefronts boutiques salons gyms resorts villas apartments condos dwellings bedrooms \
         suites depots terminals ports berths hangars runways refineries smelters furnaces rigs \
         drillships turbines towers schools universities campuses laboratories labs pubs \
         bakeries hypermarkets malls concessions studios jurisdictions regions provinces \
         counties districts territories towns villages communities nations parcels \
         homesites buildings basins datacenters farms ranches vineyards bookstores dispensaries \
         laundromats franchises distributorships practices",
    ),
    Group::any(
        COUNTED,
        SecFilings,
        "units vehicles cars trucks planes aircraft jets satellites gpus chips servers \
         options robots tankers ships vessels machines devices products houses phones \
         smartphones handsets bitcoins transponders packages containers kilometers \
         kilometres miles stocks lines screens seats tickets copies bottles cans boxes \
         pallets albums songs tracks films movies websites apps skus motorcycles scooters bikes \
         bicycles tractors excavators buses vans suvs evs ebikes trailers locomotives railcars \
         wagons trains helicopters drones rockets missiles engines airliners airplanes \
         jetliners widebodies narrowbodies computers laptops tablets pcs tvs televisions \
         consoles headsets processors wafers accelerators racks modems routers sensors cameras \
         chargers stalls batteries modules teu teus bushels \
         bales bags rsus debentures ads securities tokens coins ethers btc eth nfts wallets \
         doses vaccines vials scans procedures surgeries transplants prescriptions pills \
         syringes",
    ),
    Group::any(
        COUNTED,
        SecFilings,
        "deliveries orders contracts deals patents accounts flights downloads transactions \
         licenses licences titles games brands loans policies claims installations acquisitions \
         trades visits shipments subscriptions bookings nights listings connections \
         cancellations commitments departures vacancies openings closures resignations \
         registrations signups installs queries messages emails posts tweets streams trips \
         rides journeys stays reservations rentals leases mortgages applications approvals \
         enrollments enrolments completions settlements lawsuits complaints recalls violations \
         inspections audits partnerships collaborations agreements projects programs programmes \
         launches purchases transfers invoices cheques swipes redemptions conversions upgrades \
         downgrades replacements repairs sorties voyages sailings crossings landings takeoffs \
         ipos mergers takeovers buyouts bids auctions awards ballots proxies crimes accidents \
         incidents deaths injuries infections hospitalizations births signings engagements \
         assignments",
    ),
];
