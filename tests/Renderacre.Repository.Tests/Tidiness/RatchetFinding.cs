namespace Renderacre.Repository.Tests.Tidiness;

/// <summary>A finding that eng/tidy-exceptions.txt may cover, and the key it has there.</summary>
internal sealed record RatchetFinding(string Key, Finding Finding);
