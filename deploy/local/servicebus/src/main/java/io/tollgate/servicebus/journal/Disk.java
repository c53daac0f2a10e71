package io.tollgate.servicebus.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** How bytes get to the disk. */
public interface Disk {

    /** Survives the end of the process; what the operating system holds survives no power loss. */
    Disk WRITE = (channel, bytes, position) -> channel.write(bytes, position);

    /** Survives a power loss too, at the price of a sync for every group of changes. */
    Disk SYNC = new Disk() {
        @Override
        public int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
            return channel.write(bytes, position);
        }

        @Override
        public void written(FileChannel channel) throws IOException {
            channel.force(false);
        }
    };

    int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException;

    /** A group of changes is written. */
    default void written(FileChannel channel) throws IOException {}
}
