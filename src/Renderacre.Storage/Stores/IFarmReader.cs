namespace Renderacre.Storage.Stores;

/// <summary>Reads the farm's state and history beside its writer, from any thread.</summary>
public interface IFarmReader
{
    /// <summary>
    /// Runs queries that all see the same committed revision, the last one when the first of them runs.
    /// </summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Runs the queries; these are only valid within it, and on its thread.</param>
    /// <returns>What <paramref name="read"/> returns.</returns>
    /// <exception cref="StorageException">Storage cannot be read.</exception>
    T Read<T>(Func<IFarmQueries, T> read);
}
