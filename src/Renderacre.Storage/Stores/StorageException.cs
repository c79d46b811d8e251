namespace Renderacre.Storage.Stores;

/// <summary>Storage could not be opened, read or written; the message names the file and says what to do.</summary>
public sealed class StorageException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong, where, and the remedy.</param>
    /// <param name="inner">What caused it, or null.</param>
    public StorageException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
