"""What customers say of money, and of banks and insurers. The form of a row is explained in `topics`."""

from __future__ import annotations

MONEY = """
billing
  claims: invoice bill billing charge invoicing accounts_receivable surcharge fee | finance money payment accounting
    revenue financial subscription
  says: charged twice, double charged, charged me twice, billed twice, overcharged, over charged, wrong amount, extra
    charge, hidden fee, extra fee, unexpected charge, keeps charging, still being charged, still charging, charged my
    card, card was charged, invoice, billed, billing, direct debit, autopay, auto pay, auto renewed, automatic
    renewal, taken twice, taken out of my account, late fee, past due, vat, receipt, added to my bill, my bill,
    deducted, debited, surcharge, fee, bill went up, payment method, card declined at checkout, billing cycle,
    proforma, credit note, charged for, charged me, resort fee, took the money, money was taken, doubled this month,
    paid for twice, paid twice, corrected receipt, amount on it, amount is wrong, taken from my account, wasn't a
    member, no longer a member, cashback, extra costs, full price, payment reminder, arrears, tax certificate,
    donation receipt, cost centre, mandate, bank details, payment slip, final bill, closing bill, prepayment, advance
    payment, hasn't been paid out, not been paid out, overdue bill, higher than, more than agreed, than agreed, should
    have been, twice the, counted twice, costs are, annual statement, calculated on, wrongly calculated,
    miscalculated, called off, in parts | charge, charged, bill, statement, fees, pay, paid, payment, amount, cost me,
    price difference, dollars, euros, pounds, twice, total, tariff, money, cents, $, usd, eur
refunds
  claims: refund reimbursement reimburse compensation money_back chargeback | finance return payment money billing
  says: refund, refunded, money back, reimburse, reimbursement, reimbursed, chargeback, compensation, compensate,
    credit back, give me back, owe me, owes me, pay me back, my money, get my deposit back, partial refund, store
    credit, deposit back, no sign of my money, voucher instead of, want my money, credited back, deposit for, deposit
    hasn't, hasn't come back, has not come back, come back to my account, give back the, returned to my card, money
    for the, called off, was cancelled and, get my money | deposit, credit, credited, returned, returns
payments
  claims: payment pay payout transaction checkout_payment | money finance bank billing treasury
  says: payment failed, payment declined, card declined, paypal, apple pay, google pay, pay by, pay with, pay in
    instalments, installment, instalment, payment plan, payment link, payout, payouts, iban, swift, bank details,
    wire, cash on delivery, klarna, bounced, payment did not go through, payment pending, paid already, remittance,
    stripe | payment, pay, paid, card, bank, transaction, declined, checkout
accounting and tax
  claims: tax accounting audit bookkeeping ledger payroll controlling treasury | finance financial money
  says: tax, taxes, vat, vat number, vat id, tax id, w-9, w9, 1099, gst, audit, auditor, tax form, tax exempt,
    withholding, remittance advice, bank details for the transfer, bookkeeping, purchase order number, po number,
    overdue invoice, unpaid invoice, supplier invoice, we have not been paid, payment terms, net 30, payroll, payslip
    | accounting, accountant, supplier, paid
mortgages
  claims: mortgage home_loan foreclosure escrow property_loan housing_loan home_equity house | loan lending finance
    financial lender
  says: mortgage, escrow, foreclosure, foreclose, refinance, refinancing, loan modification, modification, home loan,
    heloc, home equity, my house, our home, my home, the house, property tax, property taxes, homeowners insurance,
    homeowner, short sale, closing costs, closing date, appraisal, underwriter, underwriting, deed, deed in lieu,
    hamp, harp, pmi, fannie mae, freddie mac, ocwen, nationstar, ditech, trustee sale, sheriff sale, note and deed,
    title company, loan officer, pre approved for a house, interest only loan, reverse mortgage, lien on, mortgage
    insurance, loan servicer transfer, hazard insurance, flood insurance, principal balance | property, servicer,
    lender, home, house, foreclosed, closing, trial payments, forbearance, seller, lien, insurance, bank of america
student loans
  claims: student_loan student tuition education_loan education_debt college university | loan school lending
    repayment
  says: student loan, student loans, navient, sallie mae, great lakes, nelnet, aes, fedloan, income based repayment,
    income driven, ibr, deferment, forbearance, public service loan forgiveness, loan forgiveness, private student
    loan, parent plus, cosigner, co-signer, graduated, graduation, college, university, tuition, financial aid, my
    degree, grace period, department of education, federal loans, dropped out, acs | school, degree, education,
    student, repayment plan, consolidation, interest accrued, capitalized
vehicle loans
  claims: auto_loan car_loan vehicle auto lease leasing car_finance title_loan automobile consumer_loan car | loan
    lending consumer
  says: auto loan, car loan, vehicle, my car, the car, lease, leased, dealership, dealer, repossess, repossessed,
    repossession, repo, title loan, santander consumer, ally financial, car payment, gap insurance, trade in, truck,
    odometer, motorcycle, bought a car, car note, financed a car, financed a vehicle, toyota, ford, honda, nissan,
    chrysler, hyundai, wells fargo dealer services, lien release, car title, mileage, suv, jeep, totaled | title,
    auto, car, tow, financed, payoff, insurance company
personal loans
  claims: personal_loan payday installment_loan short_term_loan cash_advance consumer_loan high_interest_loan
    small_loan payday_loan | loan lending lender borrow credit consumer
  says: payday loan, payday, pay day, personal loan, cash advance, installment loan, short term loan, online lender,
    loan online, borrowed, borrow, interest rate of, line of credit, onemain, springleaf, one main, lending club,
    cashcall, speedy cash, check n go, ace cash, advance america, castle payday, tribal, wage assignment, rollover,
    title max, furniture loan, financing at the store, applied for a loan, loan application | loan, lender, lending,
    approved, interest, financed, finance charge, 0% financing, financing, installment
credit cards
  claims: credit_card cardholder charge_card card | credit rewards finance interest issuer
  says: credit card, credit cards, credit card company, annual fee, balance transfer, credit limit, credit line, apr,
    amex, american express, citi, citibank, capital one, chase, discover, mastercard, visa, barclaycard, synchrony,
    comenity, store card, late fee, minimum payment, purchase on my card, rewards points, bonus points, bonus miles,
    sign up bonus, welcome bonus, new cardholder, card member, cardmember, cash advance fee, card issuer, interest
    charge, merchant, foreign transaction fee, billing dispute, promotional rate, zero interest, authorized user,
    credit card statement, application was denied, denied a card, applied for a card, applied for the card, cancel my
    card, paypal credit, best buy, amazon card, macys, home depot, lowes, care credit, statement balance, autopay,
    airline card, costco, dispute the charge, disputed the charge | card, charge, statement, charges, purchase,
    purchases, balance, rewards, points, miles, limit, dispute, cards, promotion, offer, application
bank accounts
  claims: bank_account checking savings current_account overdraft deposit_account checking_account savings_account
    banking debit bank | account deposit check transfer branch atm finance
  says: checking account, savings account, bank account, current account, overdraft, overdraft fee, overdrawn, nsf,
    insufficient funds, direct deposit, deposited a check, deposited, cashed a check, cashiers check, cashier's check,
    bounced check, closed my account, close my account, account was closed, opened an account, opening an account,
    open an account, wells fargo, bank of america, td bank, suntrust, pnc, us bank, hsbc, bbva, citizens bank, debit
    card, atm, teller, branch, branch manager, monthly maintenance fee, account balance, funds on hold, hold on my
    deposit, joint account, online banking, bank statement, my bank, new account bonus, checking, savings, negative
    balance, certificate of deposit, routing number, wire transfer, available balance, money in my account, frozen
    account, froze my account, cash deposit, withdrew, withdraw, stop payment, promotional bonus, mobile deposit |
    bank, deposit, check, checks, funds, account, withdrawal, banker, banks, accounts, fees, transfer, transaction
credit reports
  claims: credit_report credit_reporting credit_bureau credit_score credit_file credit_history credit_agency scoring
    reporting_agency credit_repair | credit report reporting bureau dispute inaccurate
  says: credit report, credit reports, credit reporting, credit score, credit bureau, credit bureaus, credit file,
    equifax, experian, transunion, trans union, hard inquiry, hard inquiries, inquiries, inquiry, credit history,
    fico, credit monitoring, credit karma, reporting agencies, reporting agency, inaccurate information, incorrect
    information, removed from my report, remove from my credit, on my report, my file, disputed with, dispute with,
    dispute results, verified as accurate, fcra, fair credit reporting, tradeline, trade line, derogatory, negative
    items, late payments on my, 30 days late, annualcreditreport, annual credit report, free credit report, public
    record, public records, credit freeze, security freeze, fraud alert, mixed file, not mine, investigation,
    reinvestigation, wrong address on, bankruptcy on my, identity verification questions, delete this account from,
    chapter 7, credit check | report, dispute, disputed, bureaus, bureau, score, inaccurate, remove, removed,
    reporting, credit, items, deleted, delete, discharged, verify, verified, updated, accurate, error, bankruptcy
debt collection
  claims: debt_collection debt_collector collection collections collector debt debts collection_agency collect
    recovery arrears dunning | owe unpaid credit finance harassment overdue
  says: debt collector, debt collectors, debt collection, collection agency, collection agencies, collections, sent to
    collections, in collections, collector, validation of debt, validation of the debt, validate the debt, debt
    validation, verification of the debt, proof of the debt, this debt, the debt, a debt, alleged debt, debt, owe,
    owed, not my debt, do not owe, fdcpa, fair debt collection, keeps calling, keep calling, calling my, calls my,
    called my work, call my work, calling my job, harassing phone calls, harassing, harassment, harass, threatened to
    sue, threaten, threatening, threatened, garnish, garnished, garnishment, served papers, serve me, warrant, arrest,
    arrested, medical bill, hospital bill, original creditor, portfolio recovery, midland, enhanced recovery,
    convergent, cavalry, lvnv, encore, i c system, statute of limitations, charge off, charged off, settlement offer,
    cease and desist, judgment, process server, calls every day, called my family, robo calls, phone calls, voicemail,
    stop calling, diversified consultants, credence, erc, law firm, wage garnishment, affidavit, payment arrangement,
    creditor, afni, letter from, collection account | calls, called, calling, phone number, attorney, letter, collect,
    court, lawsuit, paid off, agency, law office, sheriff, comcast, verizon, medical, hospital, landlord, apartment,
    doctor, ambulance, unpaid, proof
money transfers
  claims: money_transfer remittance wire transfer send_money payment_app digital_wallet peer_to_peer money_order |
    money payment international bank
  says: western union, moneygram, money transfer, money order, wire transfer, sent money, send money, sending money,
    paypal, venmo, cash app, zelle, xoom, transferwise, wise, remitly, recipient, beneficiary, transfer failed,
    transfer pending, transfer not received, transfer declined, cancel a transfer, cancel my transfer, money sent,
    mtcn, pick up the money, transfer has not arrived, transfer not arrived, transfer to a friend, wrong person, wrong
    account number, receiving money, incoming transfer, standing order, international transfer, iban, swift, sepa,
    wallet | transfer, transfers, transferred, wire, sent, funds, receiver, sender
prepaid and gift cards
  claims: prepaid_card gift_card prepaid virtual_card disposable_card top_up voucher_card | card balance
  says: prepaid, prepaid card, gift card, gift cards, rushcard, rush card, green dot, netspend, reloadable, load
    money, loaded, reload, top up, top-up, topped up, topping up, vanilla, activate the card, card balance, virtual
    card, disposable card, direct express, money on the card, moneypak, american express serve, bluebird, visa gift |
    card, balance, activate, activated, pin
crypto and investments
  claims: crypto cryptocurrency bitcoin investment invest brokerage trading wealth pension retirement stock shares |
    finance account
  says: bitcoin, crypto, coinbase, wallet address, ethereum, broker, brokerage, pension, 401k, ira, dividend,
    portfolio, shares, stocks, mutual fund, isa, invest, invested, investment, trading account, retirement account
exchange rates
  claims: currency exchange_rate foreign_exchange fx exchange | international money
  says: exchange rate, currency, conversion rate, foreign currency, exchange fee, converted, wrong rate, rate was
    wrong, euros to, dollars to, gbp, usd, in euros, in dollars | rate, abroad, exchange
cards as things
  claims: card_delivery card_issuing cards card plastic | bank debit
  says: new card, my card has not arrived, card not arrived, card has not arrived, when will my card, where is my
    card, replacement card, activate my card, card expired, card expires, about to expire, contactless, chip,
    swallowed my card, card stuck, atm, cash machine, cash withdrawal, withdraw cash, wrong amount of cash, pin
    blocked, change my pin, new pin, physical card, spare card, second card, link my card, card not working, card
    reader, track my card | card, pin, cash, withdrawal, withdraw, delivery
insurance claims
  claims: claim claims insurance insurer policy policyholder adjuster coverage cover underwriting premium | damage
    health
  says: insurance claim, my claim, file a claim, filed a claim, claim was denied, claim denied, claim number,
    adjuster, loss adjuster, coverage, covered by, my policy, policy number, policyholder, premium, premiums,
    deductible, excess, co-pay, copay, insured, underwriting, no claims bonus, total loss, settlement amount,
    pre-authorization, out of network, in network, burst pipe, hail damage, rear ended, policy renewal, beneficiary on
    my policy | claim, insurance, policy, covered, denied, accident
insurance policies
  claims: underwriting policy_administration premium policies insurance_sales | insurance cover
  says: add a driver, add my son to, change my cover, no-claims, premium went up, premiums went up, my premium,
    renewal quote, policy documents, certificate of insurance, cancel my policy, insure | premium, policy, cover,
    insured
pricing complaints
  claims: price pricing tariff rates | sales finance product marketing billing
  says: too expensive, price increase, price hike, raised the price, raised your prices, put up the price, overpriced,
    price went up, cheaper elsewhere, price match, tariff, cheapest, dearer, costs more than, more expensive | price,
    expensive, cheaper, prices, rates
investor relations
  claims: investor shareholder investor_relations shares stock_market | finance communications
  says: shareholder, investor, share price, stock price, dividend, earnings, annual report, quarterly results, agm,
    institutional investor, analyst call, proxy vote, investment fund, ticker
"""
