package org.throughline.facts.derived;

/** Two standing approvals with no other step between them. */
public record ApprovalPair(String workflowId, StandingApproval first, StandingApproval second) {}
