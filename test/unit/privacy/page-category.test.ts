import { describe, expect, it } from 'vitest'
import { PAGE_CATEGORY } from '#src/privacy/vocabularies/page-category.ts'

const PAGES: Readonly<Record<string, readonly string[]>> = {
  pricing: [
    'https://www.clinic.example/pricing',
    '/pricing',
    'clinic.example/pricing/',
    '/costs',
    '/fees',
    '/rates-and-fees',
    'https://clinic.example/en/pricing?utm_source=x',
    '/employers/pricing',
    '/plans-and-pricing.html',
    '/get-a-quote',
    '/payment-options',
    '/Pricing/',
    '//clinic.example/pricing',
  ],
  insurance: [
    '/insurance',
    '/insurance/some-carrier',
    '/in-network',
    '/medicaid',
    '/insurances-accepted',
    '/coverage',
  ],
  'health-plans': [
    '/for-health-plans',
    '/payers',
    '/for-payors/outcomes',
    '/health-plan-partners',
    '/managed-care',
    '/network-partnerships',
  ],
  'benefits-check': [
    '/verify-insurance',
    '/verify-your-benefits',
    '/check-my-coverage',
    '/insurance-verification',
    '/vob',
    '/insurance/verify',
  ],
  services: [
    '/services',
    '/services/depression-treatment',
    '/conditions/bipolar',
    '/therapy',
    '/anxiety',
    '/programs/iop',
    '/substance-use',
    '/what-we-treat/ocd',
    '/medication-management',
    '/levels-of-care',
    '/telehealth',
    '/ptsd-therapy',
    '/detox',
    '/residential',
    '/counseling/grief',
    '/treatment/opioids',
  ],
  locations: ['/locations', '/locations/austin-tx', '/find-us', '/offices/downtown'],
  admissions: [
    '/admissions',
    '/get-started',
    '/book-now',
    '/appointments/new',
    '/intake',
    '/schedule',
    '/new-patients',
  ],
  employers: [
    '/employers',
    '/for-employers',
    '/for-business',
    '/solutions/for-hr',
    '/brokers',
    '/eap',
  ],
  referrals: ['/referrals', '/refer-a-patient', '/for-providers', '/referring-providers'],
  'case-study': [
    '/case-studies',
    '/case-studies/a-company',
    '/resources/case-studies/x',
    '/success-stories',
  ],
  demo: ['/demo', '/request-a-demo', '/for-employers/book-a-demo', '/live-demo'],
  webinar: ['/webinars', '/resources/webinars/burnout', '/webinar-registration'],
  contact: ['/contact', '/contact-us', '/get-in-touch'],
  about: ['/about', '/about-us/leadership', '/our-team', '/who-we-are'],
  blog: [
    '/blog',
    '/blog/how-insurance-pays',
    '/blog/10-signs-of-depression',
    'https://blog.clinic.example/pricing-explained',
    '/articles/anxiety',
  ],
  resources: ['/resources', '/resources/guide', '/faq', '/library/toolkit', '/ebooks/sleep'],
  careers: [
    '/careers',
    '/careers/therapist',
    'https://careers.clinic.example/open',
    '/jobs/123',
    '/join-our-team',
    '/about/careers',
  ],
  press: ['/press', '/newsroom/2026', '/press-releases/opening'],
  newsletter: ['/newsletter', '/subscribe'],
  callback: ['/request-a-call', '/callback', '/call-back'],
  other: [
    '/',
    '',
    'clinic.example',
    'https://clinic.example',
    'https://clinic.example/?page=pricing',
    '/privacy',
    '/terms',
    '/x1',
    'clinic.example#pricing',
    '/search?q=how+to+stop',
    '/~maria.lopez/',
    'pricing help for my son',
    '/%64emo',
    'about:blank',
    'javascript:alert(1)',
    'mailto:someone@clinic.example',
    '/login;jsessionid=pricing',
    'https://pricing.example/',
  ],
}

const cases = Object.entries(PAGES).flatMap(([category, urls]) =>
  urls.map((url) => [url, category] as const),
)

describe('pages', () => {
  it.each(cases)('reads %j as %s', (url, category) => {
    expect(PAGE_CATEGORY.code(url)).toBe(category)
  })

  const conditions = [
    'depression',
    'anxiety',
    'bipolar-disorder',
    'ptsd',
    'ocd',
    'adhd',
    'schizophrenia',
    'anorexia',
    'alcohol-use',
    'opioid-use',
    'postpartum',
    'self-harm',
    'suicidal-thoughts',
    'borderline',
    'gambling',
    'heroin',
    'suboxone',
    'prozac',
    'ketamine',
    'insomnia',
  ]

  it.each(conditions)('never tells %s from any other condition', (condition) => {
    expect(PAGE_CATEGORY.code(`/services/${condition}`)).toBe('services')
    expect(PAGE_CATEGORY.code(`/conditions/${condition}?q=${condition}`)).toBe('services')
    expect(PAGE_CATEGORY.code(`/${condition}-treatment`)).toBe('services')
    expect(['services', 'other']).toContain(PAGE_CATEGORY.code(`/${condition}`))
  })
})
