namespace Renderacre.Client;

/// <summary>An answer of the controller, unread.</summary>
/// <param name="Body">The body, JSON as UTF-8; empty where there is none.</param>
/// <param name="Next">What to pass as <c>after</c> for the rest of a list that was cut, or null.</param>
public sealed record FarmDocument(ReadOnlyMemory<byte> Body, string? Next);
