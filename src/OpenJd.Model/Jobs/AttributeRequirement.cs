namespace OpenJd.Model.Jobs;

/// <summary>An attribute that a host must have. Source: template schemas §3.3.2.</summary>
/// <param name="Name">The capability's name, such as <c>attr.worker.os.family</c>.</param>
/// <param name="AnyOf">Values of which the host must have one; empty for no such demand.</param>
/// <param name="AllOf">Values all of which the host must have; empty for no such demand.</param>
public sealed record AttributeRequirement(string Name, IReadOnlyList<string> AnyOf, IReadOnlyList<string> AllOf);
