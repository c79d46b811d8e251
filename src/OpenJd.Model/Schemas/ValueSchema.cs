namespace OpenJd.Model.Schemas;

/// <summary>
/// What a field or item may be. One table of these serves the reader and the JSON Schema that editors use.
/// </summary>
internal abstract record ValueSchema;
