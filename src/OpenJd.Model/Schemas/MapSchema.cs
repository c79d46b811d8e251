namespace OpenJd.Model.Schemas;

/// <summary>An object whose names are the template author's.</summary>
/// <param name="What">What messages call it.</param>
/// <param name="Name">What each name may be.</param>
/// <param name="Value">What each value may be.</param>
internal sealed record MapSchema(string What, TextSchema Name, ValueSchema Value) : ValueSchema;
