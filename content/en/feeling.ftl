# Asked before strength, once a week at most
feeling-soreness = <b>One question for the week:</b> how sore are your hips?
feeling-hardly = Hardly or not at all
feeling-some = Some, up to 4 of 10
feeling-much = More than that
feeling-lasting = More than 5, for over three days
feeling-energy = And your sleep and energy lately?
feeling-good = Good enough
feeling-low = Poor or low
feeling-dark-urine = Dark urine, bad swelling or extreme muscle pain after training: stop, and get medical help today.
