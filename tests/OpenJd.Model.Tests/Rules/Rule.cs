namespace OpenJd.Model.Tests.Rules;

/// <summary>A rule of the specification with a template that keeps it and one that does not.</summary>
/// <param name="Name">The section and what the rule says.</param>
/// <param name="Accepted">The template that keeps it.</param>
/// <param name="Refused">The template that breaks it and no other rule.</param>
/// <param name="Fault">A part of the message that the second gets.</param>
internal sealed record Rule(string Name, string Accepted, string Refused, string Fault);
