import { byExactWords } from './vocabulary.ts'

const list = (names: string): readonly string[] => names.split(', ')

/**
 * HubSpot's default company industries (`COMPUTER_SOFTWARE`, …) and Salesforce's standard Industry
 * picklist, by the ten kinds of employer that matter here. What is in neither is `other`.
 */
export const INDUSTRY = byExactWords({
  technology: list(
    'computer software, computer hardware, computer networking, computer network security, computer games, internet, information technology services, information technology, information services, it services, it, software, saas, tech, electronics, consumer electronics, semiconductors, nanotechnology, telecommunications, communications, wireless, e learning, online media, biotechnology, internet software services, data processing, cybersecurity',
  ),
  healthcare: list(
    'hospital health care, health care, hospitals, hospital, medical practice, medical devices, medical, mental health care, mental health, behavioral health, alternative medicine, health wellness fitness, health, pharmaceuticals, pharma, life sciences, veterinary, individual family services, health services, home health, senior living, nursing',
  ),
  education: list(
    'education management, higher education, primary secondary education, professional training coaching, research, libraries, schools, school, university, colleges universities, k 12, academia, educational services',
  ),
  manufacturing: list(
    'machinery, mechanical or industrial engineering, electrical electronic manufacturing, industrial automation, automotive, aviation aerospace, aerospace, building materials, business supplies equipment, chemicals, furniture, glass ceramics concrete, packaging containers, paper forest products, plastics, printing, railroad manufacture, shipbuilding, textiles, tobacco, food production, dairy, food beverage, food beverages, wine spirits, apparel, apparel fashion, cosmetics, sporting goods, mining metals, industrial, manufacturer, industrials',
  ),
  retail: list(
    'supermarkets, consumer goods, luxury goods jewelry, wholesale, ecommerce, e commerce, retail trade, grocery, consumer products, apparel retail',
  ),
  government: list(
    'government administration, government relations, executive office, legislative office, judiciary, law enforcement, public safety, public policy, public sector, public administration, military, defense space, defense, international affairs, political organization, federal government, state government, local government, municipality',
  ),
  finance: list(
    'accounting, banking, capital markets, financial services, financial, insurance, investment banking, investment management, venture capital private equity, private equity, banks, credit union, fintech, asset management',
  ),
  hospitality: list(
    'restaurants, restaurant, leisure travel tourism, travel, tourism, hotels, hotel, gambling casinos, entertainment, events services, recreational facilities services, recreation, airlines aviation, food services, accommodation food services, leisure',
  ),
  nonprofit: list(
    'non profit organization management, non profit, not for profit, philanthropy, fund raising, fundraising, civic social organization, religious institutions, museums institutions, think tanks, charity, ngo, foundation, social services',
  ),
  other: [],
})
