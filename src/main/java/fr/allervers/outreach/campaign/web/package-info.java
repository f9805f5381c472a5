@NullMarked
package fr.allervers.outreach.campaign.web;

import org.jspecify.annotations.NullMarked;
