//! What companies count: a plain number before one of these nouns is a figure.

/// Returns whether a company counts these, so that a plain number before the word is a figure.
pub fn is_counted(lower: &[u8]) -> bool {
    people(lower)
        .or_else(|| place(lower))
        .or_else(|| thing(lower))
        .or_else(|| event(lower))
        .is_some()
}

/// Returns whether parts of one are counted too: 0.85 shares for each.
pub fn is_divisible(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"shares" | b"adss" | b"adrs" | b"warrants" | b"tonnes" | b"ounces" | b"bitcoin"
    )
}

fn people(lower: &[u8]) -> Option<()> {
    match lower {
        b"employees" | b"workers" | b"staff" | b"staffers" | b"jobs" | b"positions" | b"roles"
        | b"people" | b"customers" | b"users" | b"subscribers" | b"clients" | b"members"
        | b"engineers" | b"salespeople" | b"drivers" | b"riders" | b"passengers" | b"patients"
        | b"students" | b"merchants" | b"sellers" | b"buyers" | b"partners" | b"investors"
        | b"shareholders" | b"households" | b"participants" | b"layoffs" | b"developers"
        | b"personnel" | b"associates" | b"advisors" | b"advisers" | b"consumers" | b"guests"
        | b"viewers" | b"visitors" | b"physicians" | b"doctors" | b"suppliers" | b"analysts"
        | b"hires" | b"advertisers" | b"creators" | b"tenants" | b"contractors"
        | b"policyholders" | b"borrowers" | b"families" | b"companies" | b"businesses"
        | b"enterprises" | b"firms" | b"organizations" | b"headcount" | b"job" | b"layoff"
        | b"redundancies" | b"operators" | b"travelers" | b"travellers" | b"traders"
        | b"representatives" | b"managers" | b"executives" | b"agents" | b"brokers" | b"pilots"
        | b"nurses" | b"teachers" | b"scientists" | b"researchers" | b"technicians"
        | b"lawyers" | b"bankers" | b"consultants" | b"accountants" | b"graduates"
        | b"apprentices" | b"trainees" | b"colleagues" | b"individuals" | b"residents"
        | b"followers" | b"fans" | b"holders" | b"stockholders" | b"bondholders"
        | b"unitholders" | b"cardholders" | b"owners" | b"founders" | b"farmers"
        | b"franchisees" | b"dealers" | b"vendors" | b"retailers" | b"wholesalers"
        | b"distributors" | b"manufacturers" | b"producers" | b"lenders" | b"banks"
        | b"insurers" | b"hospitals" | b"startups" | b"unicorns" | b"subsidiaries"
        | b"affiliates" | b"competitors" | b"rivals" | b"peers" | b"bidders" | b"candidates"
        | b"recruits" | b"freelancers" | b"hosts" | b"couriers" | b"shoppers" | b"diners"
        | b"gamers" | b"listeners" | b"readers" | b"streamers" | b"players" | b"attendees"
        | b"delegates" | b"americans" | b"britons" | b"taxpayers" | b"savers" | b"depositors"
        | b"pensioners" | b"retirees" | b"beneficiaries" | b"claimants" | b"plaintiffs"
        | b"creditors" | b"landlords" | b"economists" | b"strategists" | b"forecasters"
        | b"respondents" | b"crew" | b"sailors" | b"soldiers" | b"citizens" | b"adults" => Some(()),
        _ => None,
    }
}

fn place(lower: &[u8]) -> Option<()> {
    match lower {
        b"stores" | b"shops" | b"restaurants" | b"locations" | b"branches" | b"outlets"
        | b"hotels" | b"rooms" | b"homes" | b"beds" | b"wells" | b"sites" | b"facilities"
        | b"factories" | b"plants" | b"warehouses" | b"offices" | b"properties" | b"clinics"
        | b"centers" | b"centres" | b"countries" | b"markets" | b"cities" | b"states"
        | b"dealerships" | b"theaters" | b"theatres" | b"airports" | b"routes" | b"stations"
        | b"cafes" | b"kiosks" | b"mines" | b"mills" | b"acres" | b"miles" | b"showrooms"
        | b"pharmacies" | b"supermarkets" | b"storefronts" | b"boutiques" | b"salons" | b"gyms"
        | b"resorts" | b"villas" | b"apartments" | b"condos" | b"dwellings" | b"bedrooms"
        | b"suites" | b"depots" | b"terminals" | b"ports" | b"berths" | b"hangars" | b"runways"
        | b"refineries" | b"smelters" | b"furnaces" | b"rigs" | b"drillships" | b"turbines"
        | b"towers" | b"schools" | b"universities" | b"campuses" | b"laboratories" | b"labs"
        | b"pubs" | b"bakeries" | b"hypermarkets" | b"malls" | b"concessions" | b"studios"
        | b"jurisdictions" | b"regions" | b"provinces" | b"counties" | b"districts"
        | b"territories" | b"towns" | b"villages" | b"communities" | b"nations" | b"hectares"
        | b"parcels" | b"homesites" | b"buildings" | b"basins" | b"datacenters" | b"farms"
        | b"ranches" | b"vineyards" | b"bookstores" | b"dispensaries" | b"laundromats"
        | b"franchises" | b"distributorships" | b"practices" => Some(()),
        _ => None,
    }
}

fn thing(lower: &[u8]) -> Option<()> {
    match lower {
        b"shares" | b"units" | b"vehicles" | b"cars" | b"trucks" | b"planes" | b"aircraft"
        | b"jets" | b"satellites" | b"gpus" | b"chips" | b"servers" | b"barrels" | b"tonnes"
        | b"tons" | b"ounces" | b"warrants" | b"options" | b"robots" | b"tankers" | b"ships"
        | b"vessels" | b"machines" | b"devices" | b"products" | b"houses" | b"phones"
        | b"smartphones" | b"handsets" | b"bitcoin" | b"bitcoins" | b"transponders"
        | b"packages" | b"containers" | b"kilometers" | b"kilometres" | b"megawatts"
        | b"gigawatts" | b"stocks" | b"lines" | b"screens" | b"seats" | b"tickets" | b"copies"
        | b"bottles" | b"cans" | b"boxes" | b"pallets" | b"albums" | b"songs" | b"tracks"
        | b"films" | b"movies" | b"websites" | b"apps" | b"skus" | b"motorcycles" | b"scooters"
        | b"bikes" | b"bicycles" | b"tractors" | b"excavators" | b"buses" | b"vans" | b"suvs"
        | b"evs" | b"ebikes" | b"trailers" | b"locomotives" | b"railcars" | b"wagons"
        | b"trains" | b"helicopters" | b"drones" | b"rockets" | b"missiles" | b"engines"
        | b"airliners" | b"airplanes" | b"jetliners" | b"widebodies" | b"narrowbodies"
        | b"computers" | b"laptops" | b"tablets" | b"pcs" | b"tvs" | b"televisions"
        | b"consoles" | b"headsets" | b"processors" | b"wafers" | b"accelerators" | b"racks"
        | b"modems" | b"routers" | b"sensors" | b"cameras" | b"chargers" | b"stalls"
        | b"batteries" | b"modules" | b"kilowatts" | b"terawatts" | b"teu" | b"teus" | b"boe"
        | b"boepd" | b"bpd" | b"bushels" | b"bales" | b"bags" | b"rsus" | b"debentures"
        | b"adss" | b"adrs" | b"ads" | b"securities" | b"tokens" | b"coins" | b"ethers"
        | b"btc" | b"eth" | b"nfts" | b"wallets" | b"doses" | b"vaccines" | b"vials" | b"scans"
        | b"procedures" | b"surgeries" | b"transplants" | b"prescriptions" | b"pills"
        | b"syringes" => Some(()),
        _ => None,
    }
}

fn event(lower: &[u8]) -> Option<()> {
    match lower {
        b"deliveries" | b"orders" | b"contracts" | b"deals" | b"patents" | b"accounts"
        | b"flights" | b"downloads" | b"transactions" | b"licenses" | b"licences" | b"titles"
        | b"games" | b"brands" | b"loans" | b"policies" | b"claims" | b"installations"
        | b"acquisitions" | b"trades" | b"visits" | b"shipments" | b"subscriptions"
        | b"bookings" | b"nights" | b"listings" | b"connections" | b"cancellations"
        | b"commitments" | b"departures" | b"vacancies" | b"openings" | b"closures"
        | b"resignations" | b"registrations" | b"signups" | b"installs" | b"queries"
        | b"messages" | b"emails" | b"posts" | b"tweets" | b"streams" | b"trips" | b"rides"
        | b"journeys" | b"stays" | b"reservations" | b"rentals" | b"leases" | b"mortgages"
        | b"applications" | b"approvals" | b"enrollments" | b"enrolments" | b"completions"
        | b"settlements" | b"lawsuits" | b"complaints" | b"recalls" | b"violations"
        | b"inspections" | b"audits" | b"partnerships" | b"collaborations" | b"agreements"
        | b"projects" | b"programs" | b"programmes" | b"launches" | b"purchases" | b"transfers"
        | b"invoices" | b"cheques" | b"swipes" | b"redemptions" | b"conversions" | b"upgrades"
        | b"downgrades" | b"replacements" | b"repairs" | b"sorties" | b"voyages" | b"sailings"
        | b"crossings" | b"landings" | b"takeoffs" | b"ipos" | b"mergers" | b"takeovers"
        | b"buyouts" | b"bids" | b"auctions" | b"awards" | b"ballots" | b"proxies" | b"crimes"
        | b"accidents" | b"incidents" | b"deaths" | b"injuries" | b"infections"
        | b"hospitalizations" | b"births" | b"signings" | b"engagements" | b"assignments" => {
            Some(())
        }
        _ => None,
    }
}
