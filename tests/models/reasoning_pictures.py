"""For each hypothesis the answers that its description in the books gives."""

PICTURES = {
    "lumbar-radiculopathy": (
        "pain-below-knee",
        "leg-worse-than-back",
        "weakness",
        "coughing",
        "buttock-pain",
    ),
    "gluteal-tendinopathy": ("lateral-hip-pain", "lying-on-side", "single-leg-stance", "trochanter-tender"),
    "hip-osteoarthritis": ("groin-pain", "morning-stiffness", "several-motions-limited", "stairs"),
    "sacroiliac-joint-pain": ("sacroiliac-pain", "rising-from-sitting", "sacroiliac-cluster"),
    "proximal-hamstring-tendinopathy": ("sitting-bone-pain", "sitting", "running", "puranen-orava"),
    "lumbar-facet-lesion": ("low-back-pain", "bending-back", "thigh-pain-above-knee"),
    "hamstring-tear": ("sudden-onset", "bruising", "walking"),
    "gluteus-medius": ("buttock-pain", "low-back-pain", "walking", "pressing-gluteus-medius"),
    "piriformis": ("buttock-pain", "sitting", "thigh-pain-above-knee", "pressing-piriformis", "freiberg"),
    "gluteus-maximus": ("buttock-pain", "sitting", "sitting-bone-pain", "pressing-gluteus-maximus"),
    "gluteus-minimus": ("outer-leg-pain", "lying-on-side", "rising-from-sitting", "pressing-gluteus-minimus"),
    "tensor-fasciae-latae": ("lateral-hip-pain", "rising-from-sitting", "pressing-tensor-fasciae-latae"),
    "obturator-internus": ("pelvic-floor-pain", "sitting", "pressing-obturator-internus"),
    "quadratus-lumborum": ("low-back-pain", "eased-by-lying", "pressing-quadratus-lumborum"),
    "hamstrings": ("sitting-bone-pain", "thigh-pain-above-knee", "pressing-hamstrings"),
    "ischiofemoral-impingement": ("sitting-bone-pain", "snapping", "long-stride-test"),
    "deep-gluteal-syndrome": ("buttock-pain", "sitting", "numbness", "active-piriformis", "pain-below-knee"),
    "ischial-apophysitis": ("age-under-25", "sudden-onset", "sitting-bone-pain", "standing-on-one-leg"),
}
